// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace guanxi::test {

/// Puts this process on a host of its own, without any network but the lines that tests lay; before its first thread. Not as
/// root it becomes so of itself alone, where the kernel lets it. False, with a word on stderr, where it may not.
bool leaveMachine();

/// Another host: a network namespace, in which programs run that see nothing of ours but the lines between the two.
class FarHost
{
public:
    FarHost();
    ~FarHost();
    FarHost(const FarHost &) = delete;
    FarHost &operator=(const FarHost &) = delete;

    /// For QProcess::setChildProcessModifier(): the program runs there.
    std::function<void()> entry() const;
    /// Runs this there, on a thread of its own, and waits.
    void run(const std::function<void()> &work) const;

private:
    int m_namespace = -1;
};

} // namespace guanxi::test
