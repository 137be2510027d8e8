" Searches as the user types: the last request wins, results keep the order of notes-query, and the
" note is shown at its line. notes/popup.vim (Vim) and notes/float.vim (Neovim) have the windows, with
" the same functions: open(), show(), close().

let s:live = {}

" The kinds of search: how to ask, which part of the answer has the hits, how to show and open one.
let s:sections = {
      \ 'ask': {typed -> notes#arguments(['--partial'], typed)},
      \ 'hits': {document -> document.results},
      \ 'row': {hit -> s:row(hit)}, 'preview': {hit -> s:preview(hit)}, 'take': {hit -> notes#open(hit)}}
let s:tags = {
      \ 'ask': {typed -> notes#completion_arguments('tag:' . typed) + ['--json', '--messages=none']},
      \ 'hits': {document -> map(document.completions, {_, word -> notes#tag_of(word)})},
      \ 'row': {tag -> '#' . tag}, 'preview': {tag -> [[], 0]}, 'take': {tag -> notes#tag(tag)}}

function! s:view() abort
  return has('nvim') ? 'notes#float#' : 'notes#popup#'
endfunction

function! notes#live#open(query) abort
  call s:start(s:sections, a:query)
endfunction

function! notes#live#tags() abort
  call s:start(s:tags, '')
endfunction

function! s:start(source, query) abort
  let s:live = {'source': a:source, 'query': a:query, 'hits': [], 'selected': 0, 'request': 0, 'job': {}, 'remark': ''}
  call call(s:view() . 'open', [a:query])
  call notes#live#type(a:query)
endfunction

function! notes#live#state() abort
  return s:live
endfunction

" The text typed so far.
function! notes#live#type(query) abort
  let s:live.query = a:query
  let s:live.request += 1
  call notes#job#stop(s:live.job)
  let request = s:live.request
  let s:live.job = notes#run(s:live.source.ask(a:query), {document -> s:take(request, document)})
endfunction

function! s:take(request, document) abort
  if empty(s:live) || a:request != s:live.request | return | endif
  if has_key(a:document, 'error')
    " A half-typed query may be wrong for a moment: keep the earlier results.
    let s:live.remark = split(a:document.error.text, "\n")[0]
  else
    let s:live.hits = s:live.source.hits(a:document)
    let s:live.selected = 0
    let s:live.remark = join(get(a:document, 'notes_on_query', []), '; ')
  endif
  call s:show()
endfunction

function! s:show() abort
  let rows = map(copy(s:live.hits), {_, hit -> s:live.source.row(hit)})
  let preview = empty(s:live.hits) ? [[], 0] : s:live.source.preview(s:live.hits[s:live.selected])
  call call(s:view() . 'show', [rows, s:live.selected, preview, s:live.remark])
endfunction

function! s:row(hit) abort
  let date = type(a:hit.date) == v:t_string ? a:hit.date[:9] : ''
  return notes#title(a:hit) . (empty(date) ? '' : '  ' . date)
endfunction

" The lines of the note around the best one: [lines, which of them].
function! s:preview(hit) abort
  let first = max([a:hit.match_line - 6, 1])
  try
    let lines = readfile(a:hit.path, '', first + 24)[first - 1 :]
  catch
    let lines = [a:hit.path . ': cannot be read']
  endtry
  return [map(lines, {_, line -> strtrans(line[:400])}), a:hit.match_line - first]
endfunction

function! notes#live#move(step) abort
  if empty(s:live.hits) | return | endif
  let s:live.selected = (s:live.selected + a:step + len(s:live.hits)) % len(s:live.hits)
  call s:show()
endfunction

function! notes#live#accept() abort
  let live = notes#live#close()
  if !empty(live.hits) | call live.source.take(live.hits[live.selected]) | endif
endfunction

" Puts all results into the quickfix list.
function! notes#live#to_quickfix() abort
  if s:live.source isnot s:sections | return notes#live#accept() | endif
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
