// SPDX-License-Identifier: GPL-3.0-or-later
// How the numbers of a message's fields are written down. Append; never renumber, never reuse, never change a type. The
// README's table is these files in words. Optional fields are left out when they equal the struct's own default.
#pragma once

#include <QtGlobal>

#include <tuple>

namespace guanxi::protocol {

template <class M, class T> struct FieldTag {
    int key;
    T M::*member;
    bool required;
    qsizetype size; ///< exact number of bytes of a byte string; -1: any
};

template <class M, class T> constexpr FieldTag<M, T> required(int key, T M::*member, qsizetype size = -1)
{
    return {key, member, true, size};
}

template <class M, class T> constexpr FieldTag<M, T> optional(int key, T M::*member)
{
    return {key, member, false, -1};
}

template <class M> struct Fields;

} // namespace guanxi::protocol
