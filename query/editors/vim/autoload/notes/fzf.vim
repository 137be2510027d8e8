" A live search in fzf, through fzf's own Vim plugin: each key runs notes-query again, and fzf
" neither sorts nor filters.

function! notes#fzf#open(...) abort
  if !exists('*fzf#run')
    return notes#complain({'text': "fzf's Vim plugin is not there", 'hint': 'see :help notes-pickers'})
  endif
  let program = shellescape(notes#query_program()) . (exists('g:notes_db') ? ' --db ' . shellescape(expand(g:notes_db)) : '')
  " The id is for the preview, path and place are for us, and the rest is shown. fzf quotes what it puts
  " in for {q} and {1}; no text of a note gets into a command.
  let search = program . " --partial --messages=none --format='{id}\t{path}\t{line}\t{byte}\t{breadcrumb}: {text}' -n "
        \ . get(g:, 'notes_limit', 50) . ' -- {q} || true'
  let preview = program . ' --messages=none --max-tokens 4000 --get {1}'
  call fzf#run(fzf#wrap('notes', {'source': [], 'sink*': function('s:open'), 'options': [
        \ '--disabled', '--no-sort', '--layout=reverse', '--query', get(a:, 1, ''), '--delimiter', "\t", '--with-nth', '5..',
        \ '--bind', 'start:reload:' . search, '--bind', 'change:reload:' . search,
        \ '--preview', preview, '--preview-window', 'down,50%,wrap', '--prompt', 'Notes> ']}))
endfunction

function! s:open(rows) abort
  let [path, line, column] = split(a:rows[-1], "\t")[1:3]
  execute 'edit' fnameescape(path)
  call cursor(line, column)
endfunction
