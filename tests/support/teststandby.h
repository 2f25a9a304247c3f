// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::test {

/// A streaming replica of the cluster that GUANXI_TEST_POSTGRES names (tests/postgres.sh); it runs until the program ends.
class TestStandby
{
public:
    TestStandby();
    ~TestStandby();
    TestStandby(const TestStandby &) = delete;
    TestStandby &operator=(const TestStandby &) = delete;

    /// Where a database of the primary is found on the replica; through another port, where one is given.
    QString placeOf(const QString &primary, quint16 port = 0) const;
    quint16 port() const;
    void start();
    /// As a power cut would.
    void kill();
    /// It has everything that was committed until now.
    void catchUp();
    /// What comes is kept, and not shown before resume().
    void pause();
    void resume();
    /// It follows nobody any more.
    void promote();

private:
    QString m_place;
    bool m_promoted = false;
};

} // namespace guanxi::test
