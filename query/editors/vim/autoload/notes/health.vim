" Checks what searching needs. Returns rows of [is it well, what it is].

function! notes#health#checks() abort
  let checks = []
  for program in [notes#query_program(), notes#index_program()]
    let found = executable(program)
    call add(checks, [found, found ? exepath(program) : program . ': is not on the PATH; set g:notes_query_program and g:notes_index_program'])
  endfor
  if !checks[0][0] | return checks | endif
  let done = notes#job#wait(notes#arguments([], ''))
  let reason = get(split(done.err, "\n"), 0, 'no index can be searched: run notes-index FOLDER')
  call add(checks, [done.code == 0, done.code == 0 ? 'the index answers' : reason])
  return checks
endfunction

function! notes#health#report() abort
  for [is_well, text] in notes#health#checks()
    echomsg (is_well ? 'well: ' : 'wrong: ') . text
  endfor
endfunction
