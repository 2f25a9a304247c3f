// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

class Record;

/// Unit of the organisation; they form the tree that row scopes follow.
struct Department {
    static constexpr EntityId entity = ids::Department;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr RefField parent{18};
    static constexpr RefField manager{19};
    static constexpr NumberField active{20};
};

/// An employee who signs in. Only an administrator makes one; passwords live outside the catalogue.
struct User {
    static constexpr EntityId entity = ids::User;
    static constexpr RefField department{system::Department}; ///< where the user works
    static constexpr TextField login{16};
    static constexpr TextField realName{17};
    static constexpr RefField post{18};
    static constexpr NumberField active{19};
    static constexpr NumberField locale{20};
    static constexpr TagsField skills{21};
    static constexpr TextField mobile{22};
    static constexpr TextField email{23};
    static constexpr BytesField avatar{24};
    static constexpr RefField sex{25};
    static constexpr NumberField birthDate{26};
    static constexpr RefField education{27};
    static constexpr NumberField hiredOn{28};
    static constexpr NumberField leftOn{29};
    static constexpr NumberField quoteTotalLimit{200};
    static constexpr NumberField quoteDiscountLimit{201};

    enum Locale { Chinese = 1, TraditionalChinese, English };
};

/// A set of rights that can be granted to users.
struct Role {
    static constexpr EntityId entity = ids::Role;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr TextField description{18};
    static constexpr NumberField builtIn{19};
    static constexpr TextField startScreen{20};
    static constexpr NumberField quoteTotalLimit{200};
    static constexpr NumberField quoteDiscountLimit{201};
};

/// One right of a role: an action on an entity, and how far it reaches.
struct AccessRule {
    static constexpr EntityId entity = ids::AccessRule;
    static constexpr RefField role{16};
    static constexpr TextField object{17};
    static constexpr NumberField action{18};
    static constexpr NumberField scope{19};
    static constexpr TextField condition{20};
};

/// What a role may see and do with one field; fields not named are open (masked where declared so).
struct FieldRule {
    static constexpr EntityId entity = ids::FieldRule;
    static constexpr RefField role{16};
    static constexpr TextField object{17};
    static constexpr TextField field{18};
    static constexpr NumberField right{19};
};

/// A role given to a user for a period of time.
struct RoleGrant {
    static constexpr EntityId entity = ids::RoleGrant;
    static constexpr RefField user{16};
    static constexpr RefField role{17};
    static constexpr RefField within{18};
    static constexpr NumberField validFrom{19};
    static constexpr NumberField validTo{20};
    static constexpr TextField reason{21};
    static constexpr RefField grantedBy{22};
    static constexpr NumberField revokedAt{23};
    static constexpr RefField revokedBy{24};
};

/// A signed-in user; operational, asked from the server when an administrator looks.
struct Session {
    static constexpr EntityId entity = ids::Session;
    static constexpr RefField user{16};
    static constexpr RefField device{17};
    static constexpr NumberField startedAt{18};
    static constexpr NumberField lastSeenAt{19};
    static constexpr NumberField endedAt{20};
    static constexpr NumberField endReason{21};
    static constexpr NumberField elevatedUntil{22};
    static constexpr TextField address{23};

    enum EndReason { Logout = 1, Idle, Revoked, Expired, Shutdown };
};

/// An installation of the program.
struct Device {
    static constexpr EntityId entity = ids::Device;
    static constexpr TextField name{16};
    static constexpr TextField os{17};
    static constexpr TextField clientVersion{18};
    static constexpr NumberField lastSyncRev{19};
    static constexpr NumberField revoked{20};
};

/// The company that runs the server: one row.
struct Company {
    static constexpr EntityId entity = ids::Company;
    static constexpr TextField name{16};
    static constexpr TextField shortName{17};
    static constexpr TextField baseCurrency{18};
    static constexpr TextField timeZone{19};
    static constexpr NumberField fiscalYearStart{20};
    static constexpr TextField taxNumber{21};
    static constexpr TextField address{22};
    static constexpr TextField postcode{23};
    static constexpr TextField phone{24};
    static constexpr TextField fax{25};
    static constexpr TextField email{26};
    static constexpr TextField website{27};
    static constexpr TextField bankName{28};
    static constexpr TextField bankAccount{29};
    static constexpr BytesField logo{30};
    static constexpr TextField footer{31};
};

/// Opens one record to a user, a department or a role, beside its scopes.
struct Share {
    static constexpr EntityId entity = ids::Share;
    static constexpr AnyRefField record{16};
    static constexpr AnyRefField sharee{17};
    static constexpr NumberField validTo{18};
    static constexpr TextField note{19};

    /// Whether this row opens `about` to somebody at `now` (UTC ms).
    static bool opens(const Record &share, const RecordRef &about, qint64 now);
};

/// What happened beside changes of data: who signed in, revealed, exported, printed.
struct AuditEvent {
    static constexpr EntityId entity = ids::AuditEvent;
    static constexpr NumberField at{16};
    static constexpr NumberField kind{17};
    static constexpr RefField user{18};
    static constexpr RefField device{19};
    static constexpr AnyRefField record{20};
    static constexpr NumberField field{21};
    static constexpr TextField detail{22};
    static constexpr TextField address{23};
    static constexpr NumberField toldAt{24};
    static constexpr TextField computer{25};

    enum Kind {
        SignIn = 1, SignOut, SignInRefused, LockedOut, Elevation, Reveal, Export, Print, Import, DeviceEnrolled,
        DeviceRevoked, Backup, Restore, Configuration
    };

    /// The server has no other way to know of it than from the desk where it happens.
    static constexpr bool isTold(qint64 kind) { return kind == Export || kind == Print; }
};

/// A setting that follows its user to every desktop.
struct UserSetting {
    static constexpr EntityId entity = ids::UserSetting;
    static constexpr RefField user{16};
    static constexpr TextField key{17};
    static constexpr TextField value{18};
};

/// Departments, users, roles, grants, devices, company, shares, audit and settings.
void declareOrganisation(Catalogue &catalogue);

} // namespace guanxi::model
