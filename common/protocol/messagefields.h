// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of every message's fields. Append; never renumber, never reuse, never change a type. The README's table
// is this file in words. Optional fields are left out when they equal the struct's own default.
#pragma once

#include "common/protocol/message.h"

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

template <> struct Fields<Hello> {
    static constexpr auto list = std::tuple{
        required(1, &Hello::protoMin),   required(2, &Hello::protoMax), optional(3, &Hello::build),
        optional(4, &Hello::schema),     optional(5, &Hello::features), optional(6, &Hello::deviceName),
        optional(7, &Hello::platform),   required(8, &Hello::clientNonce, NonceSize)};
};

template <> struct Fields<UpdateOffer> {
    static constexpr auto list = std::tuple{required(1, &UpdateOffer::version), required(2, &UpdateOffer::url),
                                            required(3, &UpdateOffer::signature)};
};

template <> struct Fields<Welcome> {
    static constexpr auto list = std::tuple{
        required(1, &Welcome::proto), required(2, &Welcome::company), optional(3, &Welcome::companyName),
        required(4, &Welcome::epoch), required(5, &Welcome::serverNonce, NonceSize), optional(6, &Welcome::build),
        optional(7, &Welcome::schema), optional(8, &Welcome::update)};
};

template <> struct Fields<Enrol> {
    static constexpr auto list = std::tuple{required(1, &Enrol::token), required(2, &Enrol::login),
                                            required(3, &Enrol::password), required(4, &Enrol::publicKey, KeySize),
                                            optional(5, &Enrol::was)};
};

template <> struct Fields<SignIn> {
    static constexpr auto list = std::tuple{required(1, &SignIn::replica), required(2, &SignIn::login),
                                            required(3, &SignIn::password),
                                            required(4, &SignIn::signature, SignatureSize)};
};

template <> struct Fields<ServerRun> {
    static constexpr auto list = std::tuple{required(1, &ServerRun::id), required(2, &ServerRun::from)};
};

template <> struct Fields<Ready> {
    static constexpr auto list = std::tuple{
        required(1, &Ready::replica),   required(2, &Ready::user),          optional(3, &Ready::login),
        optional(4, &Ready::realName),  required(5, &Ready::rights),        required(6, &Ready::rightsVersion),
        required(7, &Ready::head),      required(8, &Ready::epoch),         required(9, &Ready::lastSeq),
        optional(10, &Ready::leaseSeconds), optional(11, &Ready::serverTime),
        optional(12, &Ready::mustChangePassword), optional(13, &Ready::customFields),
        optional(14, &Ready::runs),     optional(15, &Ready::mark),         optional(16, &Ready::lastAction),
        optional(17, &Ready::horizon),  optional(18, &Ready::restoredAt),   optional(19, &Ready::vocabulary),
        optional(20, &Ready::features)};
};

template <> struct Fields<ErrorMessage> {
    static constexpr auto list = std::tuple{required(1, &ErrorMessage::code), optional(2, &ErrorMessage::args),
                                            optional(3, &ErrorMessage::fatal), optional(4, &ErrorMessage::retrySeconds),
                                            optional(5, &ErrorMessage::request)};
};

template <> struct Fields<Ping> {
    static constexpr auto list = std::tuple{required(1, &Ping::n)};
};

template <> struct Fields<Pong> {
    static constexpr auto list = std::tuple{required(1, &Pong::n)};
};

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

template <> struct Fields<Page> {
    static constexpr auto list = std::tuple{
        required(1, &Page::rightsVersion), required(2, &Page::cursor),  optional(3, &Page::loads),
        optional(4, &Page::drops),         optional(5, &Page::upserts), optional(6, &Page::removes),
        required(7, &Page::head),          optional(8, &Page::more)};
};

template <> struct Fields<Live> {
    static constexpr auto list = std::tuple{required(1, &Live::from), required(2, &Live::to),
                                            optional(3, &Live::upserts), optional(4, &Live::removes)};
};

template <> struct Fields<Lagged> {
    static constexpr auto list = std::tuple{required(1, &Lagged::head)};
};

template <> struct Fields<RightsChanged> {
    static constexpr auto list = std::tuple{required(1, &RightsChanged::rights),
                                            required(2, &RightsChanged::rightsVersion)};
};

template <> struct Fields<History> {
    static constexpr auto list = std::tuple{required(1, &History::request), required(2, &History::record),
                                            optional(3, &History::beforeRev), optional(4, &History::limit)};
};

template <> struct Fields<HistoryEntry> {
    static constexpr auto list = std::tuple{
        required(1, &HistoryEntry::rev),  optional(2, &HistoryEntry::at),       optional(3, &HistoryEntry::user),
        optional(4, &HistoryEntry::name), optional(5, &HistoryEntry::causedBy), optional(6, &HistoryEntry::body)};
};

template <> struct Fields<HistoryPage> {
    static constexpr auto list = std::tuple{required(1, &HistoryPage::request), optional(2, &HistoryPage::entries),
                                            optional(3, &HistoryPage::end)};
};

template <> struct Fields<Reveal> {
    static constexpr auto list =
        std::tuple{required(1, &Reveal::request), required(2, &Reveal::record), required(3, &Reveal::field)};
};

template <> struct Fields<Revealed> {
    static constexpr auto list = std::tuple{required(1, &Revealed::request), required(2, &Revealed::value)};
};

template <> struct Fields<ChangePassword> {
    static constexpr auto list =
        std::tuple{required(1, &ChangePassword::request), required(2, &ChangePassword::oldPassword),
                   required(3, &ChangePassword::newPassword)};
};

template <> struct Fields<Done> {
    static constexpr auto list = std::tuple{required(1, &Done::request)};
};

template <> struct Fields<Notice> {
    static constexpr auto list =
        std::tuple{required(1, &Notice::kind), optional(2, &Notice::retryMin), optional(3, &Notice::retryMax)};
};

template <> struct Fields<Wipe> {
    static constexpr auto list = std::tuple{};
};

template <> struct Fields<SignOut> {
    static constexpr auto list = std::tuple{};
};

template <> struct Fields<Command> {
    static constexpr auto list = std::tuple{required(1, &Command::argv)};
};

template <> struct Fields<CommandReply> {
    static constexpr auto list = std::tuple{required(1, &CommandReply::json), optional(2, &CommandReply::exitCode)};
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
                                            optional(3, &Mended::removes), optional(4, &Mended::more)};
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
