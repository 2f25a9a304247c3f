// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <random>

namespace guanxi {

/// Where randomness comes from; passed in, so that a seed repeats a run.
class Random
{
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0;
    /// Uniform in [0, bound); bound > 0.
    quint64 below(quint64 bound);
    /// `size` random bytes.
    QByteArray bytes(qsizetype size);
};

/// The operating system's generator: fit for tokens and ids.
class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

/// Repeats the same sequence for the same seed; for tests, the simulator and the demo company. Never for secrets.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) {}
    quint64 next() override { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

} // namespace guanxi
