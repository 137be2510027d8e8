-- Sections for pickers in Neovim. Each item has path, line, column, text and hit. A picker should keep
-- the order.
local M = {}

-- Calls done(items, error) once; `error` is nil or {text, hint}.
function M.items(query, done)
  vim.fn['notes#run'](vim.fn['notes#arguments']({}, query), function(document)
    if document.error then return done({}, document.error) end
    local items = {}
    for _, hit in ipairs(document.results) do
      table.insert(items, { path = hit.path, line = hit.match_line, column = hit.column,
        text = table.concat(hit.breadcrumb, ' > '), hit = hit })
    end
    done(items)
  end)
end

function M.open(item)
  vim.cmd('edit ' .. vim.fn.fnameescape(item.path))
  vim.fn.cursor(item.line, item.column)
end

-- Lets the user choose with vim.ui.select, and opens the choice.
function M.select(query)
  M.items(query, function(items, error)
    if error then return vim.fn['notes#complain'](error) end
    vim.ui.select(items, { prompt = 'Notes: ' .. query, kind = 'notes',
      format_item = function(item) return item.text end },
      function(item) if item then M.open(item) end end)
  end)
end

return M
