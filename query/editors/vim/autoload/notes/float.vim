" The windows of a live search in Neovim: floating windows for the prompt, the results and the note.

let s:windows = {}
let s:remarks = nvim_create_namespace('notes')

function! notes#float#open(query) abort
  let width = max([&columns - 8, 20])
  let height = max([&lines - 8, 8])
  let rows = height / 2
  let s:windows = {'rows': rows, 'came_from': win_getid()}
  let s:windows.list = s:window(3, width, rows - 2, 0)
  let s:windows.note = s:window(rows + 3, width, height - rows - 2, 0)
  let s:windows.prompt = s:window(0, width, 1, 1)
  let prompt = winbufnr(s:windows.prompt)
  call setbufvar(winbufnr(s:windows.note), '&syntax', 'markdown')
  call nvim_buf_set_lines(prompt, 0, -1, v:false, [a:query])
  call s:map_keys(prompt)
  augroup notes_live
    autocmd!
    execute 'autocmd TextChangedI,TextChanged <buffer=' . prompt . '> call notes#live#type(getline(1))'
    execute 'autocmd WinLeave <buffer=' . prompt . '> call timer_start(0, {-> notes#live#close()})'
  augroup END
  startinsert!
endfunction

function! s:window(row, width, height, enters) abort
  let buffer = nvim_create_buf(v:false, v:true)
  call setbufvar(buffer, '&bufhidden', 'wipe')
  let window = nvim_open_win(buffer, a:enters ? v:true : v:false, {'relative': 'editor', 'row': a:row, 'col': 3,
        \ 'width': a:width, 'height': max([a:height, 1]), 'style': 'minimal', 'border': 'single'})
  call setwinvar(window, '&winhighlight', 'NormalFloat:Normal,FloatBorder:Normal')
  return window
endfunction

function! s:map_keys(buffer) abort
  let keys = {'<CR>': 'accept()', '<C-q>': 'to_quickfix()', '<Esc>': 'close()', '<C-c>': 'close()',
        \ '<Down>': 'move(1)', '<C-n>': 'move(1)', '<Up>': 'move(-1)', '<C-p>': 'move(-1)'}
  for [key, call] in items(keys)
    for mode in ['i', 'n']
      call nvim_buf_set_keymap(a:buffer, mode, key, '<Cmd>call notes#live#' . call . '<CR>',
            \ {'noremap': v:true, 'silent': v:true})
    endfor
  endfor
endfunction

function! notes#float#show(rows, selected, preview, remark) abort
  if empty(s:windows) | return | endif
  let prompt = winbufnr(s:windows.prompt)
  call nvim_buf_clear_namespace(prompt, s:remarks, 0, -1)
  call nvim_buf_set_extmark(prompt, s:remarks, 0, 0, {'virt_text': [['  ' . a:remark, 'Comment']]})
  call nvim_buf_set_lines(winbufnr(s:windows.list), 0, -1, v:false, a:rows)
  if !empty(a:rows) | call nvim_win_set_cursor(s:windows.list, [a:selected + 1, 0]) | endif
  call setwinvar(s:windows.list, '&cursorline', !empty(a:rows))
  let [lines, best] = a:preview
  call nvim_buf_set_lines(winbufnr(s:windows.note), 0, -1, v:false, lines)
  if !empty(lines) | call nvim_win_set_cursor(s:windows.note, [min([best + 1, len(lines)]), 0]) | endif
  call setwinvar(s:windows.note, '&cursorline', !empty(lines))
endfunction

function! notes#float#close() abort
  if empty(s:windows) | return | endif
  let windows = s:windows
  let s:windows = {}
  autocmd! notes_live
  stopinsert
  for window in [windows.prompt, windows.list, windows.note]
    if nvim_win_is_valid(window) | call nvim_win_close(window, v:true) | endif
  endfor
  call win_gotoid(windows.came_from)
endfunction
