" A live search in fzf, through fzf's own Vim plugin: each key asks notes-query again, fzf neither
" sorts nor filters.

function! notes#fzf#open(...) abort
  if !exists('*fzf#run')
    return notes#complain({'text': "fzf's Vim plugin is not there", 'hint': 'see :help notes-pickers'})
  endif
  let program = shellescape(notes#query_program()) . (exists('g:notes_db') ? ' --db ' . shellescape(expand(g:notes_db)) : '')
  " Path, line and column are for us and for the preview; the rest is what is shown. fzf itself quotes
  " what it puts in place of {q} and {1}.
  let search = program . " --partial --messages=none --format='{path}\t{line}\t{column}\t{breadcrumb}: {text}' -n "
        \ . get(g:, 'notes_limit', 50) . ' -- {q} || true'
  let preview = program . ' --get {1}:{2} --max-tokens 800'
  call fzf#run(fzf#wrap('notes', {'source': [], 'sink*': function('s:open'), 'options': [
        \ '--disabled', '--no-sort', '--query', get(a:, 1, ''), '--delimiter', "\t", '--with-nth', '4..',
        \ '--bind', 'start:reload:' . search, '--bind', 'change:reload:' . search,
        \ '--preview', preview, '--prompt', 'Notes> ']}))
endfunction

function! s:open(rows) abort
  let [path, line, column] = split(a:rows[-1], "\t")[:2]
  execute 'edit' fnameescape(path)
  call cursor(line, column)
endfunction
