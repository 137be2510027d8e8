" Drives the plugin in Vim and in Neovim: a query with a slip, letter by letter, to the right line; a
" new word saved there is found there. Ends with 'N passed, N failed' in $RESULT.
let s:rows = []

function! s:check(what, is_so) abort
  call add(s:rows, (a:is_so ? 'ok: ' : 'FAILED: ') . a:what)
endfunction

function! s:wait_for(Holds) abort
  for turn in range(400)
    if a:Holds() | return 1 | endif
    sleep 25m
  endfor
  return 0
endfunction

function! s:first_hit() abort
  return get(get(notes#live#state(), 'hits', []), 0, {})
endfunction

function! s:test_live() abort
  NotesLive
  for length in range(1, strlen($QUERY))
    call notes#live#type($QUERY[: length - 1])
    sleep 5m
  endfor
  call s:check('the last request wins', s:wait_for({-> get(s:first_hit(), 'title', '') ==# $TITLE}))
  call notes#live#accept()
  call s:check('a live search opens the note', expand('%:t') ==# $NOTE)
  call s:check('and lands on the line', line('.') == $LINE)
endfunction

function! s:test_saving() abort
  call append(line('.'), 'A new word: quibblesnatch.')
  silent write
  let items = []
  let found = 0
  for turn in range(40)
    call setqflist([])
    Notes quibblesnatch
    if s:wait_for({-> !empty(getqflist())}) | let found = 1 | break | endif
  endfor
  call s:check('what was saved is found', found)
  call s:check('on its own line', found && getqflist()[0].lnum == $LINE + 1)
  cclose
endfunction

function! s:test_lists() abort
  call setqflist([])
  execute 'Notes ' . $QUERY
  call s:check(':Notes fills the quickfix list', s:wait_for({-> !empty(getqflist())}))
  call s:check('the best line first', getqflist()[0].lnum == $LINE)
  call s:check('its row says the section', stridx(getqflist()[0].text, $TITLE) >= 0)
  cclose
  call setqflist([])
  NotesTag bread
  call s:check(':NotesTag lists sections', s:wait_for({-> !empty(getqflist())}))
  call s:check('a row of a whole note has its title', getqflist()[-1].text =~# '\w')
  cclose
  call setqflist([])
  execute 'edit +' . $LINE fnameescape($NOTES . '/' . $NOTE)
  NotesLike
  call s:check(':NotesLike lists others', s:wait_for({-> !empty(getqflist())}) && bufname(getqflist()[0].bufnr) !=# '')
  cclose
  call s:check('a tag is completed', index(notes#complete_tag('kit', 'NotesTag kit', 12), 'kitchen') >= 0)
  call s:check('the health check finds nothing wrong', empty(filter(notes#health#checks(), {_, row -> !row[0]})))
  NotesOutline
  call s:check('an outline lists the sections', s:wait_for({-> !empty(getloclist(0))}))
  lclose
endfunction

function! s:test_tags_as_one_types() abort
  NotesTag
  for typed in ['k', 'ki']
    call notes#live#type(typed)
  endfor
  call s:check('tags are completed as the user types', s:wait_for({-> get(notes#live#state(), 'hits', []) ==# ['kitchen']}))
  call setqflist([])
  call notes#live#accept()
  call s:check('the chosen one lists its sections', s:wait_for({-> !empty(getqflist())}))
  cclose
endfunction

" Whatever replaces vim.ui.select gets our items in our order.
function! s:test_select() abort
  lua vim.ui.select = function(items, options, done) Shown = vim.tbl_map(options.format_item, items); done(items[1]) end
  enew
  call luaeval('require("notes").select(_A)', $QUERY)
  call s:check('vim.ui.select opens what is chosen', s:wait_for({-> expand('%:t') ==# $NOTE && line('.') == $LINE}))
  call s:check('and shows titles', stridx(luaeval('Shown[1]'), $TITLE) >= 0)
endfunction

try
  call s:test_live()
  call s:test_saving()
  call s:test_lists()
  call s:test_tags_as_one_types()
  if has('nvim') | call s:test_select() | endif
catch
  call add(s:rows, 'FAILED: ' . v:exception . ' at ' . v:throwpoint)
endtry
let s:failed = len(filter(copy(s:rows), {_, row -> row =~# '^FAILED'}))
call writefile(s:rows + [(len(s:rows) - s:failed) . ' passed, ' . s:failed . ' failed'], $RESULT)
execute s:failed ? 'cquit' : 'qall!'
