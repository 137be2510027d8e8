# A Nix expression: nix-build -E '(import <nixpkgs> {}).callPackage ./notes-search.nix {}'.
# Untested: written from the build's requirements, never tried with Nix.
{ lib, stdenv, cmake, ninja, pkg-config, xapian, cmark-gfm, cli11, nlohmann_json, re2, utf8proc, xxHash }:

stdenv.mkDerivation {
  pname = "notes-search";
  version = "1.0.0";
  src = lib.cleanSource ../..;
  nativeBuildInputs = [ cmake ninja pkg-config ];
  buildInputs = [ xapian cmark-gfm cli11 nlohmann_json re2 utf8proc xxHash ];
  cmakeFlags = [ "-DNOTES_TESTS=OFF" ];
  meta = {
    description = "Full-text search for Markdown notes, down to the section";
    license = lib.licenses.gpl2Plus;
    platforms = lib.platforms.unix;
  };
}
