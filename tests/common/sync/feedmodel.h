// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

namespace guanxi::test::feed
{

/// One rule of the feed broken on purpose; each must be caught by an oracle.
enum class Mutant {
    None,
    NoExit,       ///< no entry when a row leaves a scope
    NoVisibility, ///< rows are sent without asking whether the user may see them
    NoDrop,       ///< a revoked scope is forgotten instead of dropped
    BadSkip,      ///< a load ignores every "left the scope" entry
    Regrant,      ///< a scope granted again while it is being dropped starts like a new one
    // Only with the shared cursor
    JoinEarly,   ///< a finished load joins the shared cursor wherever that stands
    StaleGrants, ///< pages are served although the desktop knows another set of grants
    StaleAnswer, ///< an answer to a request made before the grants changed is taken over
    Overtaken,   ///< a page is taken over although another one moved its load meanwhile
};

/// The reference model of spec/sync.md, Appendix A: one position per scope, grants known at once.
/// Answers "leak", "diverged" or nothing.
std::string runReference(quint64 seed, Mutant mutant);

/// The same world with what the product has: sync::ScopeStreams on the desktop, so that all current scopes share one
/// cursor; grants that reach the desktop late; answers that arrive late; live messages.
std::string runShared(quint64 seed, Mutant mutant);

} // namespace guanxi::test::feed
