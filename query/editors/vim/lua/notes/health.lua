-- For :checkhealth notes.
local M = {}

function M.check()
  local health = vim.health or require('health')
  local report = { start = health.start or health.report_start, ok = health.ok or health.report_ok,
    error = health.error or health.report_error }
  report.start('notes')
  for _, row in ipairs(vim.fn['notes#health#checks']()) do
    if row[1] == 1 then report.ok(row[2]) else report.error(row[2]) end
  end
end

return M
