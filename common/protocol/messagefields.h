// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of every message's fields: here those of what is synchronised.
#pragma once

#include "common/protocol/message.h"
#include "common/protocol/sessionfields.h"

namespace guanxi::protocol {

template <> struct Fields<KnownNumber> {
    static constexpr auto list = std::tuple{required(1, &KnownNumber::record), required(2, &KnownNumber::number)};
};

template <> struct Fields<Recovered> {
    static constexpr auto list = std::tuple{required(1, &Recovered::seq), required(2, &Recovered::rev),
                                            optional(3, &Recovered::withdrawn), optional(4, &Recovered::numbers)};
};

template <> struct Fields<Push> {
    static constexpr auto list = std::tuple{required(1, &Push::sets), optional(2, &Push::recovered)};
};

template <> struct Fields<PushResult> {
    static constexpr auto list = std::tuple{
        required(1, &PushResult::seq),  required(2, &PushResult::status), optional(3, &PushResult::rev),
        optional(4, &PushResult::code), optional(5, &PushResult::args),   optional(6, &PushResult::conflicts),
        optional(7, &PushResult::assigned)};
};

template <> struct Fields<PushAck> {
    static constexpr auto list = std::tuple{required(1, &PushAck::results)};
};

template <> struct Fields<Confirm> {
    static constexpr auto list = std::tuple{required(1, &Confirm::seq)};
};

template <> struct Fields<Stream> {
    static constexpr auto list =
        std::tuple{required(1, &Stream::scope), required(2, &Stream::pos), optional(3, &Stream::skip)};
};

template <> struct Fields<Pull> {
    static constexpr auto list = std::tuple{required(1, &Pull::rightsVersion), required(2, &Pull::cursor),
                                            optional(3, &Pull::loads), optional(4, &Pull::drops),
                                            optional(5, &Pull::maxBytes)};
};

template <> struct Fields<StreamProgress> {
    static constexpr auto list = std::tuple{required(1, &StreamProgress::scope), required(2, &StreamProgress::pos),
                                            optional(3, &StreamProgress::end)};
};

template <> struct Fields<HistoryEntry> {
    static constexpr auto list = std::tuple{
        required(1, &HistoryEntry::rev),  optional(2, &HistoryEntry::at),       optional(3, &HistoryEntry::user),
        optional(4, &HistoryEntry::name), optional(5, &HistoryEntry::causedBy), optional(6, &HistoryEntry::body),
        optional(7, &HistoryEntry::device)};
};

template <> struct Fields<Page> {
    static constexpr auto list = std::tuple{
        required(1, &Page::rightsVersion), required(2, &Page::cursor),  optional(3, &Page::loads),
        optional(4, &Page::drops),         optional(5, &Page::upserts), optional(6, &Page::removes),
        required(7, &Page::head),          optional(8, &Page::more),    optional(9, &Page::history)};
};

template <> struct Fields<Live> {
    static constexpr auto list = std::tuple{required(1, &Live::from), required(2, &Live::to),
                                            optional(3, &Live::upserts), optional(4, &Live::removes),
                                            optional(5, &Live::history)};
};

template <> struct Fields<Lagged> {
    static constexpr auto list = std::tuple{required(1, &Lagged::head)};
};

template <> struct Fields<History> {
    static constexpr auto list = std::tuple{required(1, &History::request), required(2, &History::record),
                                            optional(3, &History::beforeRev), optional(4, &History::limit),
                                            optional(5, &History::user), optional(6, &History::since),
                                            optional(7, &History::entities)};
};

template <> struct Fields<HistoryPage> {
    static constexpr auto list = std::tuple{required(1, &HistoryPage::request), optional(2, &HistoryPage::entries),
                                            optional(3, &HistoryPage::end), optional(4, &HistoryPage::reached)};
};

template <> struct Fields<Reveal> {
    static constexpr auto list =
        std::tuple{required(1, &Reveal::request), required(2, &Reveal::record), required(3, &Reveal::field)};
};

template <> struct Fields<Revealed> {
    static constexpr auto list = std::tuple{required(1, &Revealed::request), required(2, &Revealed::value)};
};

template <> struct Fields<Quarantine> {
    static constexpr auto list = std::tuple{required(1, &Quarantine::sets)};
};

template <> struct Fields<Resume> {
    static constexpr auto list = std::tuple{required(1, &Resume::mark), optional(2, &Resume::lostRun),
                                            optional(3, &Resume::lostRev)};
};

template <> struct Fields<Fork> {
    static constexpr auto list = std::tuple{required(1, &Fork::publicKey, KeySize), required(2, &Fork::seq)};
};

template <> struct Fields<Forked> {
    static constexpr auto list = std::tuple{required(1, &Forked::replica)};
};

template <> struct Fields<Compare> {
    static constexpr auto list =
        std::tuple{required(1, &Compare::request), required(2, &Compare::entity), optional(3, &Compare::after),
                   optional(4, &Compare::fields)};
};

template <> struct Fields<Segment> {
    static constexpr auto list =
        std::tuple{required(1, &Segment::last), required(2, &Segment::count), required(3, &Segment::sum)};
};

template <> struct Fields<Compared> {
    static constexpr auto list = std::tuple{required(1, &Compared::request), optional(2, &Compared::segments),
                                            optional(3, &Compared::end), optional(4, &Compared::head)};
};

template <> struct Fields<Mend> {
    static constexpr auto list =
        std::tuple{required(1, &Mend::request), required(2, &Mend::entity), optional(3, &Mend::after),
                   required(4, &Mend::last),    optional(5, &Mend::ids),    optional(6, &Mend::revs),
                   optional(7, &Mend::fields)};
};

template <> struct Fields<Mended> {
    static constexpr auto list = std::tuple{required(1, &Mended::request), optional(2, &Mended::upserts),
                                            optional(3, &Mended::removes), optional(4, &Mended::more),
                                            optional(5, &Mended::history)};
};

template <> struct Fields<BlobOffer> {
    static constexpr auto list = std::tuple{required(1, &BlobOffer::request), required(2, &BlobOffer::record),
                                            required(3, &BlobOffer::field), required(4, &BlobOffer::manifest)};
};

template <> struct Fields<BlobWanted> {
    static constexpr auto list = std::tuple{required(1, &BlobWanted::request), optional(2, &BlobWanted::missing)};
};

template <> struct Fields<BlobPut> {
    static constexpr auto list =
        std::tuple{required(1, &BlobPut::request), required(2, &BlobPut::blob, HashSize), required(3, &BlobPut::chunk),
                   required(4, &BlobPut::offset),  required(5, &BlobPut::bytes)};
};

template <> struct Fields<BlobOpen> {
    static constexpr auto list = std::tuple{required(1, &BlobOpen::request), required(2, &BlobOpen::record),
                                            required(3, &BlobOpen::field), required(4, &BlobOpen::blob, HashSize)};
};

template <> struct Fields<BlobOpened> {
    static constexpr auto list = std::tuple{required(1, &BlobOpened::request), required(2, &BlobOpened::manifest),
                                            optional(3, &BlobOpened::missing)};
};

template <> struct Fields<BlobGet> {
    static constexpr auto list = std::tuple{required(1, &BlobGet::request), required(2, &BlobGet::blob, HashSize),
                                            required(3, &BlobGet::chunk), required(4, &BlobGet::offset)};
};

template <> struct Fields<BlobData> {
    static constexpr auto list = std::tuple{required(1, &BlobData::request), required(2, &BlobData::bytes)};
};

template <> struct Fields<BlobSought> {
    static constexpr auto list = std::tuple{required(1, &BlobSought::record), required(2, &BlobSought::field),
                                            required(3, &BlobSought::blob, HashSize)};
};

} // namespace guanxi::protocol
