" Runs a program in the background: the only file that knows how Vim's jobs differ from Neovim's.
" Arguments are a list and never pass through a shell.

" Calls `Done` with {code, out, err}, both outputs as text. Returns a handle for notes#job#stop().
function! notes#job#start(arguments, Done) abort
  let run = {'out': '', 'err': '', 'Done': a:Done, 'stopped': 0}
  return has('nvim') ? s:start_in_neovim(a:arguments, run) : s:start_in_vim(a:arguments, run)
endfunction

" Ignores further output of the job.
function! notes#job#stop(run) abort
  if empty(a:run) || a:run.stopped | return | endif
  let a:run.stopped = 1
  if has('nvim')
    if a:run.id > 0 | call jobstop(a:run.id) | endif
  elseif job_status(a:run.id) ==# 'run'
    call job_stop(a:run.id)
  endif
endfunction

" The same, but waits for the result.
function! notes#job#wait(arguments) abort
  let result = {}
  call notes#job#start(a:arguments, {done -> extend(result, done)})
  let turns = 0
  while empty(result) && turns < 1000
    sleep 10m
    let turns += 1
  endwhile
  return empty(result) ? {'code': -1, 'out': '', 'err': a:arguments[0] . ': no answer'} : result
endfunction

function! s:finish(run, code) abort
  if a:run.stopped | return | endif
  let a:run.stopped = 1
  call a:run.Done({'code': a:code, 'out': a:run.out, 'err': a:run.err})
endfunction

function! s:cannot_start(run, arguments) abort
  let a:run.id = 0
  let a:run.err = a:arguments[0] . ': cannot be started'
  call s:finish(a:run, -1)
  return a:run
endfunction

function! s:start_in_neovim(arguments, run) abort
  let run = a:run
  let options = {'stdout_buffered': 1, 'stderr_buffered': 1}
  let options.on_stdout = {id, lines, event -> extend(run, {'out': join(lines, "\n")})}
  let options.on_stderr = {id, lines, event -> extend(run, {'err': join(lines, "\n")})}
  let options.on_exit = {id, code, event -> s:finish(run, code)}
  if !executable(a:arguments[0]) | return s:cannot_start(run, a:arguments) | endif
  let run.id = jobstart(a:arguments, options)
  if run.id > 0 | call chanclose(run.id, 'stdin') | endif
  return run
endfunction

function! s:start_in_vim(arguments, run) abort
  let run = a:run
  if !executable(a:arguments[0]) | return s:cannot_start(run, a:arguments) | endif
  " A job has ended when it has exited and all its output is read, in either order.
  let ends = {'code': v:null, 'closed': 0}
  let options = {'in_io': 'null', 'out_mode': 'raw', 'err_mode': 'raw'}
  let options.out_cb = {channel, text -> extend(run, {'out': run.out . text})}
  let options.err_cb = {channel, text -> extend(run, {'err': run.err . text})}
  let options.close_cb = {channel -> s:note_end(run, ends, {'closed': 1})}
  let options.exit_cb = {job, code -> s:note_end(run, ends, {'code': code})}
  let run.id = job_start(a:arguments, options)
  return run
endfunction

function! s:note_end(run, ends, news) abort
  call extend(a:ends, a:news)
  if a:ends.closed && a:ends.code isnot v:null | call s:finish(a:run, a:ends.code) | endif
endfunction
