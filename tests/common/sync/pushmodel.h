// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

namespace guanxi::test::push
{

/// One rule of push broken on purpose; each must be caught by an oracle.
enum class Mutant {
    None,
    NoDedupe,  ///< a repeated change takes effect again
    NoChain,   ///< my own earlier change counts as somebody else's
    ValueOnly, ///< any other stored value is a conflict, whoever wrote it
    FreshBase, ///< the base is what was pulled last, not the base of the earliest unpulled change
    LastWins,  ///< a conflict is overwritten
};

/// Reference model of push: several desktops save, push over a network that loses, repeats and reorders, and pull; the
/// server decides with the production mergeField(). Answers the oracle that was violated, empty when none was:
/// "lost op", "lost value", "self conflict", "not exactly once", "silent overwrite", "stuck or diverged".
std::string run(quint64 seed, int desktops, Mutant mutant);

} // namespace guanxi::test::push
