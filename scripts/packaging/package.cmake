# Makes a Debian package and a tarball of the sources with cpack.
set(CPACK_PACKAGE_NAME notes-search)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for Markdown notes, down to the section")
set(CPACK_PACKAGE_DESCRIPTION
    "notes-index cuts Markdown notes into sections and keeps them in a local index.
notes-query ranks the sections for a query, shows the lines that match with
their numbers, and speaks JSON to editors and scripts.")
# The packager's name and address, from the variables that Debian's tools use.
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
else()
  set(CPACK_PACKAGE_CONTACT "notes-search developers <notes-search@localhost.localdomain>")
endif()
set(CPACK_PACKAGE_VENDOR notes-search)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_docs.cmake)

set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_DEPENDS sensible-utils)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS less)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "vim | neovim | emacs, fzf")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME notes-search-${PROJECT_VERSION})
set(CPACK_SOURCE_IGNORE_FILES "/build/" "/[.]git/")
include(CPack)
