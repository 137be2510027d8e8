# cpack runs this on the staged installation. It compresses the man pages and adds the copyright and
# the changelog that Debian requires. The changelog is dated with the day of packaging.
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
get_filename_component(source ${CMAKE_CURRENT_LIST_DIR}/../.. ABSOLUTE)
set(doc ${share}/doc/notes-search)

file(WRITE ${doc}/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: notes-search

Files: *
Copyright: 2024-2026 The notes-search developers
License: GPL-2+
 On Debian systems the text of the GNU General Public License, version 2, is
 in /usr/share/common-licenses/GPL-2.
")

string(TIMESTAMP today "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog "notes-search (${CPACK_PACKAGE_VERSION}) unstable; urgency=low

  * See CHANGELOG.md.gz in this folder for what users notice.

 -- ${CPACK_PACKAGE_CONTACT}  ${today}
")
file(COPY_FILE ${source}/CHANGELOG.md ${doc}/CHANGELOG.md)

file(GLOB_RECURSE pages ${share}/man/*.[1-9])
foreach(file ${doc}/changelog ${doc}/CHANGELOG.md ${pages})
  execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(GLOB docs ${doc}/*)
file(CHMOD ${docs} FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
