// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of what is said about the connection itself, and at the console.
#pragma once

#include "common/protocol/fieldtag.h"
#include "common/protocol/sessionmessages.h"

namespace guanxi::protocol {

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

template <> struct Fields<RightsChanged> {
    static constexpr auto list = std::tuple{required(1, &RightsChanged::rights),
                                            required(2, &RightsChanged::rightsVersion)};
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

template <> struct Fields<ServerAddress> {
    static constexpr auto list = std::tuple{required(1, &ServerAddress::host), required(2, &ServerAddress::port)};
};

template <> struct Fields<Servers> {
    static constexpr auto list = std::tuple{required(1, &Servers::addresses)};
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

} // namespace guanxi::protocol
