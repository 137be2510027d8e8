" Searches as one types: the last request wins, results keep the engine's order, the note is shown at
" its line. Windows are notes/popup.vim's (Vim) or notes/float.vim's (Neovim) matter: open(), show(),
" close(), the same in both.

let s:live = {}

function! s:view() abort
  return has('nvim') ? 'notes#float#' : 'notes#popup#'
endfunction

function! notes#live#open(query) abort
  let s:live = {'query': a:query, 'hits': [], 'selected': 0, 'request': 0, 'job': {}, 'remark': ''}
  call call(s:view() . 'open', [a:query])
  call notes#live#type(a:query)
endfunction

function! notes#live#state() abort
  return s:live
endfunction

" What is typed by now.
function! notes#live#type(query) abort
  let s:live.query = a:query
  let s:live.request += 1
  call notes#job#stop(s:live.job)
  let request = s:live.request
  let arguments = notes#arguments(['--partial'], a:query)
  let s:live.job = notes#run(arguments, {document -> s:take(request, document)})
endfunction

function! s:take(request, document) abort
  if empty(s:live) || a:request != s:live.request | return | endif
  if has_key(a:document, 'error')
    " A half-typed query may be wrong for a moment: what was found before it stays.
    let s:live.remark = split(a:document.error.text, "\n")[0]
  else
    let s:live.hits = a:document.results
    let s:live.selected = 0
    let s:live.remark = join(a:document.notes_on_query, '; ')
  endif
  call s:show()
endfunction

function! s:show() abort
  let rows = map(copy(s:live.hits), {_, hit -> s:row(hit)})
  call call(s:view() . 'show', [rows, s:live.selected, s:preview(), s:live.remark])
endfunction

function! s:row(hit) abort
  let date = type(a:hit.date) == v:t_string ? a:hit.date[:9] : ''
  return join(a:hit.breadcrumb[-2:], ' > ') . (empty(date) ? '' : '  ' . date)
endfunction

" The lines of the note around the best one: [lines, which of them].
function! s:preview() abort
  if empty(s:live.hits) | return [[], 0] | endif
  let hit = s:live.hits[s:live.selected]
  let first = max([hit.match_line - 6, 1])
  try
    let lines = readfile(hit.path, '', first + 24)[first - 1 :]
  catch
    let lines = [hit.path . ': cannot be read']
  endtry
  return [map(lines, {_, line -> strtrans(line[:400])}), hit.match_line - first]
endfunction

function! notes#live#move(step) abort
  if empty(s:live.hits) | return | endif
  let s:live.selected = (s:live.selected + a:step + len(s:live.hits)) % len(s:live.hits)
  call s:show()
endfunction

function! notes#live#accept() abort
  let live = notes#live#close()
  if empty(live.hits) | return | endif
  let hit = live.hits[live.selected]
  execute 'edit' fnameescape(hit.path)
  call cursor(hit.match_line, hit.column)
  normal! zvzz
endfunction

" All that is found, as a quickfix list.
function! notes#live#to_quickfix() abort
  let live = notes#live#close()
  let items = notes#items({'results': live.hits})
  call setqflist([], ' ', {'title': ':Notes ' . live.query, 'items': items})
  copen
endfunction

function! notes#live#close() abort
  let live = s:live
  let s:live = {}
  if !empty(live) | call notes#job#stop(live.job) | endif
  call call(s:view() . 'close', [])
  return live
endfunction
