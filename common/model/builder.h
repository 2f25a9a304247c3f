// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"

namespace guanxi::model {

/// Declares one entity, line by line; modifiers act on the field declared last:
///
///     EntityBuilder account(catalogue, Account::entity, "account", "Account", "Accounts");
///     account.text(Account::name, "name", 200).required().search(Search::Name).listed();
///
/// The handle's type must fit the field's type, so that the compiler finds a wrong use of it. A label not given is made
/// from the name: "account_manager" reads "Account manager".
class EntityBuilder
{
public:
    EntityBuilder(Catalogue &catalogue, EntityId id, const char *name, const char *label, const char *plural);

    // The entity
    EntityBuilder &childOf(EntityId parent, RefField parentField);
    EntityBuilder &area(Area area);
    EntityBuilder &workspace(Workspace workspace, const char *icon);
    EntityBuilder &everyone();                            ///< whoever may view it sees all rows
    EntityBuilder &owned(QList<FieldId> assignees = {});  ///< owner and department, and further users as owners
    EntityBuilder &inherits(QList<FieldId> parents);      ///< scopes of the first parent filled
    EntityBuilder &privateTo(FieldId user);
    EntityBuilder &serverOnly();
    EntityBuilder &title(QList<FieldId> fields);
    EntityBuilder &numbered(const char *pattern);         ///< default rule for the field `number`
    EntityBuilder &relations(QList<EntityId> menu);
    EntityBuilder &appendOnly();
    EntityBuilder &line(LineFields fields);               ///< of the parent; its amount follows from the others
    EntityBuilder &totals(TotalFields fields);            ///< of such lines
    EntityBuilder &openWhile(RefField other, QList<int> states); ///< changed only while that record is in one of these
    EntityBuilder &madeBy(Maker maker);
    EntityBuilder &serverWritten();                       ///< made by the server and never edited

    // Fields
    EntityBuilder &text(TextField handle, const char *name, int limit);
    EntityBuilder &longText(TextField handle, const char *name);
    EntityBuilder &phone(TextField handle, const char *name);
    EntityBuilder &email(TextField handle, const char *name);
    EntityBuilder &url(TextField handle, const char *name);
    EntityBuilder &json(TextField handle, const char *name);
    EntityBuilder &condition(TextField handle, const char *name, EntityId of); ///< on the own fields of such a record
    EntityBuilder &fieldNames(TextField handle, const char *name, EntityId of); ///< a choice of its fields, as a JSON list of names
    EntityBuilder &integer(NumberField handle, const char *name, qint64 minimum, qint64 maximum);
    EntityBuilder &integer(NumberField handle, const char *name);
    EntityBuilder &decimal(NumberField handle, const char *name, int scale);
    EntityBuilder &percent(NumberField handle, const char *name);
    EntityBuilder &boolean(NumberField handle, const char *name, bool initially);
    EntityBuilder &date(NumberField handle, const char *name);
    EntityBuilder &dateTime(NumberField handle, const char *name);
    EntityBuilder &money(NumberField handle, const char *name);
    EntityBuilder &choice(NumberField handle, const char *name, QStringList choices);
    EntityBuilder &state(NumberField handle, const char *name);
    EntityBuilder &dictionary(RefField handle, const char *name, const char *dictionary);
    EntityBuilder &reference(RefField handle, const char *name, EntityId target);
    EntityBuilder &anyReference(AnyRefField handle, const char *name, QList<EntityId> targets);
    EntityBuilder &references(BytesField handle, const char *name, EntityId target);
    EntityBuilder &tags(TagsField handle, const char *name);
    EntityBuilder &blob(BytesField handle, const char *name);
    EntityBuilder &picture(BytesField handle, const char *name);

    // The field declared last
    EntityBuilder &field(FieldId id);           ///< the modifiers that follow mean this one, e.g. a system field
    EntityBuilder &label(const char *label);
    EntityBuilder &required();
    EntityBuilder &requiredSince(quint32 version); ///< what programs of earlier versions made may lack it
    EntityBuilder &unique();
    EntityBuilder &masked();
    EntityBuilder &system();                    ///< filled by the program, never typed
    EntityBuilder &withFile();                  ///< filled by the program as part of an action, and sent
    EntityBuilder &computed(Computed by);
    EntityBuilder &product(NumberField a, NumberField b);    ///< computed by every program: a·b
    EntityBuilder &difference(NumberField a, NumberField b); ///< computed by every program: a − b
    EntityBuilder &indexed();
    EntityBuilder &listed();
    EntityBuilder &merge(MergePolicy policy);
    EntityBuilder &group(int mergeGroup);
    EntityBuilder &search(Search search);
    EntityBuilder &twins(Twins twins);                ///< equal values point at a record entered twice
    EntityBuilder &likeness(Likeness likeness);       ///< its part when records are compared
    EntityBuilder &format(Format format);
    EntityBuilder &byDefault(Default kind);
    EntityBuilder &byDefault(Value constant);
    EntityBuilder &byDefaultItem(const char *code); ///< of the field's dictionary
    EntityBuilder &atLeast(qint64 minimum);    ///< for decimals and amounts, in stored units
    EntityBuilder &when(RefField kind, const char *code);   ///< makes sense only where that dictionary field has this value
    EntityBuilder &unless(RefField kind, const char *code); ///< only where it has another one
    EntityBuilder &within(RefField other);          ///< what belongs to the same as `other` names comes first: a contact of that customer
    EntityBuilder &section(const char *heading);    ///< this and the following fields, until the next call

    // The state machine
    EntityBuilder &states(NumberField field, QList<State> states);
    EntityBuilder &transition(Transition transition);
    EntityBuilder &whenUndone(int state); ///< where a step leads there, a record gets it instead of being deleted when its making is taken back

    Entity &entity() { return m_entity; }

private:
    EntityBuilder &add(FieldId id, const char *name, FieldType type);
    EntityBuilder &applies(RefField kind, const char *code, bool unless);
    Field &last();
    void addSystemFields();

    Entity &m_entity;
    FieldId m_last = 0;
    QString m_section;
};

/// "account_manager" → "Account manager".
QString labelFromName(const QString &name);

} // namespace guanxi::model
