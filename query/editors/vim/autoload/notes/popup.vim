" The windows of a live search in Vim: popups for the prompt with the results below it, and for the
" note. Popups have no cursor, so the keys of the prompt are read here.

let s:windows = {}

let s:keys = {
      \ "\<Esc>": {-> notes#live#close()}, "\<C-c>": {-> notes#live#close()},
      \ "\<CR>": {-> notes#live#accept()}, "\<C-q>": {-> notes#live#to_quickfix()},
      \ "\<Down>": {-> notes#live#move(1)}, "\<C-n>": {-> notes#live#move(1)},
      \ "\<Up>": {-> notes#live#move(-1)}, "\<C-p>": {-> notes#live#move(-1)},
      \ "\<BS>": {-> s:edit(strcharpart(s:windows.query, 0, strchars(s:windows.query) - 1))},
      \ "\<C-h>": {-> s:edit(strcharpart(s:windows.query, 0, strchars(s:windows.query) - 1))},
      \ "\<C-w>": {-> s:edit(substitute(s:windows.query, '\S*\s*$', '', ''))},
      \ "\<C-u>": {-> s:edit('')},
      \ }

function! notes#popup#open(query) abort
  let width = max([&columns - 8, 20])
  let height = max([&lines - 6, 8])
  let rows = height / 2
  let s:windows = {'query': a:query, 'rows': rows}
  let s:windows.list = popup_create('', {'line': 2, 'col': 4, 'minwidth': width, 'maxwidth': width,
        \ 'minheight': rows, 'maxheight': rows, 'border': [], 'title': ' Notes ', 'wrap': 0, 'highlight': 'Normal', 'scrollbar': 0,
        \ 'mapping': 0, 'filter': function('s:take_key'), 'filtermode': 'a'})
  let s:windows.note = popup_create('', {'line': rows + 4, 'col': 4, 'minwidth': width, 'maxwidth': width,
        \ 'minheight': height - rows - 2, 'maxheight': height - rows - 2, 'border': [], 'wrap': 0, 'highlight': 'Normal', 'scrollbar': 0})
  call setbufvar(winbufnr(s:windows.note), '&syntax', 'markdown')
endfunction

function! s:take_key(window, key) abort
  if has_key(s:keys, a:key)
    call s:keys[a:key]()
  elseif a:key =~# '^\p\+$'
    call s:edit(s:windows.query . a:key)
  endif
  return 1
endfunction

function! s:edit(query) abort
  let s:windows.query = a:query
  call popup_setoptions(s:windows.list, {'title': ' Notes: ' . a:query . ' '})
  call notes#live#type(a:query)
endfunction

function! notes#popup#show(rows, selected, preview, remark) abort
  if empty(s:windows) | return | endif
  " The list moves so that the chosen row is in view; the first line is what is typed.
  let first = max([a:selected - (s:windows.rows - 2) + 1, 0])
  let shown = map(a:rows[first : first + s:windows.rows - 2],
        \ {i, row -> (first + i == a:selected ? '> ' : '  ') . row})
  call popup_settext(s:windows.list, ['? ' . s:windows.query . (empty(a:remark) ? '' : '   (' . a:remark . ')')] + shown)
  call s:mark_line(s:windows.list, empty(a:rows) ? 0 : a:selected - first + 2)
  let [lines, best] = a:preview
  call popup_settext(s:windows.note, lines)
  call s:mark_line(s:windows.note, empty(lines) ? 0 : best + 1)
  redraw
endfunction

" There is no line 0.
function! s:mark_line(window, line) abort
  call win_execute(a:window, 'call clearmatches()' . (a:line > 0 ? ' | call matchaddpos("Visual", [' . a:line . '])' : ''))
endfunction

function! notes#popup#close() abort
  if empty(s:windows) | return | endif
  let windows = s:windows
  let s:windows = {}
  call popup_close(windows.list)
  call popup_close(windows.note)
endfunction
