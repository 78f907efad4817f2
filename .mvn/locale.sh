# Sourced by photocat and mvnw, in whatever shell runs them.
# Java reads file names, folders, arguments and variables by the locale it is started in. Where that is not UTF-8, or
# where any part of it is not installed here, as after ssh from a machine that speaks another language, Java takes ASCII
# and puts other letters in place of the rest. The name does not tell which: the program 'locale' asks as Java does,
# and complains about what is not installed.

# Sets VARIABLE to the first NAME that makes a UTF-8 locale.   usage: locale_by VARIABLE NAME…
locale_by() {
  variable=$1
  shift
  for name; do
    export "$variable=$name"
    [ "$(locale charmap 2>&1)" != UTF-8 ] || return 0
  done
  unset "$variable"
  return 1
}

# Changes nothing where the locale is good, and as little as helps elsewhere; fails where no locale helps.
choose_locale() {
  # musl has no such program, and takes every locale but C and POSIX for UTF-8.
  command -v locale || {
    export LC_ALL=C.UTF-8
    return 0
  }
  case $(locale charmap 2>&1) in
    UTF-8) return 0 ;;
    # LC_TIME or the like is not installed.
    *UTF-8) locale_by LC_ALL "${LC_CTYPE:-${LANG-}}" && return 0 ;;
    *' '*) ;;
    # All is installed: messages can stay in their language.
    *) [ -n "${LC_ALL-}" ] || ! locale_by LC_CTYPE C.UTF-8 C.utf8 || return 0 ;;
  esac
  # shellcheck disable=SC2046 # one name a word
  locale_by LC_ALL C.UTF-8 C.utf8 en_US.UTF-8 $(locale -a | sed -n '/[Uu][Tt][Ff]-*8$/p')
}
