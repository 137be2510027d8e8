" Searches notes and puts the results where Vim users expect them: in the quickfix list, in completion,
" and in the location list for an outline. notes/job.vim runs the programs.

let s:members = 'path,line,end_line,match_line,column,title,breadcrumb,date,tags,snippets'

function! notes#query_program() abort
  return get(g:, 'notes_query_program', 'notes-query')
endfunction

function! notes#index_program() abort
  return get(g:, 'notes_index_program', 'notes-index')
endfunction

function! s:index_arguments() abort
  return exists('g:notes_db') ? ['--db', expand(g:notes_db)] : []
endfunction

" The arguments of a search with JSON output.
function! notes#arguments(options, query) abort
  let arguments = [notes#query_program()] + s:index_arguments()
  let arguments += ['--json', '--messages=none', '--fields=' . s:members, '-n', string(get(g:, 'notes_limit', 50))]
  return arguments + a:options + ['--'] + (empty(a:query) ? [] : [a:query])
endfunction

" Calls `Done` with the answer of notes-query: its document, or {'error': {'text', 'hint'}}.
function! notes#run(arguments, Done) abort
  return notes#job#start(a:arguments, {done -> a:Done(s:document(done))})
endfunction

function! s:document(done) abort
  try
    return json_decode(a:done.out)
  catch
    let text = empty(a:done.err) ? 'the answer cannot be read' : trim(a:done.err)
    return {'error': {'text': text}}
  endtry
endfunction

function! notes#complain(error) abort
  echohl ErrorMsg
  echomsg 'notes: ' . split(a:error.text, "\n")[0]
  echohl None
  if has_key(a:error, 'hint') | echomsg 'hint: ' . substitute(a:error.hint, "\n", ' ', 'g') | endif
endfunction

" :Notes
function! notes#search(query) abort
  call notes#run(notes#arguments([], a:query), {document -> s:show_list(document, ':Notes ' . a:query)})
endfunction

" :NotesTag; without a tag, the user chooses one.
function! notes#tag(tag) abort
  let tag = substitute(trim(a:tag), '^#', '', '')
  if empty(tag) | return notes#live#tags() | endif
  call notes#run(notes#arguments(['--tag', tag], ''), {document -> s:show_list(document, ':NotesTag ' . tag)})
endfunction

" :NotesLike
function! notes#like() abort
  if empty(expand('%')) | return notes#complain({'text': 'this buffer has no file'}) | endif
  let place = expand('%:p') . ':' . line('.')
  call notes#run(notes#arguments(['--like', place], ''),
        \ {document -> s:show_list(document, ':NotesLike ' . place)})
endfunction

" :NotesOutline
function! notes#outline(path) abort
  if empty(a:path) && empty(expand('%')) | return notes#complain({'text': 'this buffer has no file'}) | endif
  let path = fnamemodify(empty(a:path) ? expand('%') : a:path, ':p')
  let arguments = [notes#query_program()] + s:index_arguments()
  call notes#run(arguments + ['--json', '--messages=none', '--outline', path],
        \ {document -> s:show_outline(document, path)})
endfunction

" The name of a hit: its title, after the one above it.
function! notes#title(hit) abort
  return join(a:hit.breadcrumb[max([len(a:hit.breadcrumb) - 2, 0]) :], ' > ')
endfunction

" The note of a hit at its best line.
function! notes#open(hit) abort
  execute 'edit' fnameescape(a:hit.path)
  call cursor(a:hit.match_line, a:hit.column)
  normal! zvzz
endfunction

" Quickfix rows of a result, in its order: a row for each matching line, the best first.
function! notes#items(document) abort
  let items = []
  for hit in a:document.results
    let title = notes#title(hit)
    let lines = filter(copy(hit.snippets), {_, snippet -> !empty(snippet.highlights)})
    call sort(lines, {a, b -> (b.line == hit.match_line) - (a.line == hit.match_line)})
    for snippet in lines
      call add(items, {'filename': hit.path, 'lnum': snippet.line, 'col': snippet.column,
            \ 'text': title . ': ' . trim(get(snippet, 'plain', snippet.text))})
    endfor
    if empty(lines)
      call add(items, {'filename': hit.path, 'lnum': hit.line, 'col': 1, 'text': title})
    endif
  endfor
  return items
endfunction

function! s:show_list(document, title) abort
  if has_key(a:document, 'error') | return notes#complain(a:document.error) | endif
  let items = notes#items(a:document)
  call setqflist([], ' ', {'title': a:title, 'items': items})
  for note in a:document.notes_on_query | echomsg 'notes: ' . note | endfor
  if empty(items)
    echomsg 'notes: nothing found'
    return
  endif
  copen
endfunction

function! s:show_outline(document, path) abort
  if has_key(a:document, 'error') | return notes#complain(a:document.error) | endif
  let items = map(copy(a:document.sections), {_, section -> {'filename': a:path, 'lnum': section.line,
        \ 'text': repeat('  ', section.depth) . section.title}})
  call setloclist(0, [], ' ', {'title': ':NotesOutline ' . a:path, 'items': items})
  lopen
endfunction

" The completions of the last word of a half-typed query.
function! notes#complete(lead, line, position) abort
  let typed = substitute(a:line[: a:position - 1], '^\s*\S\+\s*', '', '')
  return s:completions(typed)
endfunction

function! notes#complete_tag(lead, line, position) abort
  let lead = substitute(a:lead, '^#', '', '')
  return map(s:completions('tag:' . lead), {_, word -> notes#tag_of(word)})
endfunction

" The tag that a completion such as `tag:"two words"` stands for.
function! notes#tag_of(word) abort
  return trim(substitute(a:word, '^tag:', '', ''), '"')
endfunction

function! notes#completion_arguments(typed) abort
  return [notes#query_program()] + s:index_arguments() + ['--complete', a:typed]
endfunction

function! s:completions(typed) abort
  let done = notes#job#wait(notes#completion_arguments(a:typed))
  return done.code == 0 ? split(done.out, "\n") : []
endfunction

" Updates the index after a note is saved, in the background. Silent about files that are not notes.
function! notes#refresh(path) abort
  if !get(g:, 'notes_refresh_on_save', 1) || !executable(notes#index_program()) | return | endif
  call notes#job#start([notes#index_program()] + s:index_arguments() + ['--quiet', '--changed', a:path], {done -> 0})
endfunction
