// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/errorcode.h"

#include <QStringList>

#include <utility>
#include <variant>

namespace guanxi {

/// What went wrong, as a fact: a code and its arguments. Only the app and the console turn it into words.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QStringList args;

    bool operator==(const Error &) const = default;
};

/// The one way a fallible function answers: a value or an Error. Reading the side that is not there is a bug.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code, QStringList args = {}) : Result(Error{code, std::move(args)}) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    /// By value, so that a loop over a temporary result is safe.
    T value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}
    Result(ErrorCode code, QStringList args = {}) : Result(Error{code, std::move(args)}) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace guanxi

/// Leaves the function with the error of `expression` (a Result) if it failed.
#define GUANXI_TRY(expression)                                                                                         \
    do {                                                                                                               \
        if (auto tried = (expression); !tried.ok())                                                                    \
            return tried.error();                                                                                      \
    } while (false)
