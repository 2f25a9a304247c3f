// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

#include <QLineEdit>

class QComboBox;
class QCompleter;
class QStandardItemModel;

namespace guanxi::app {

class ChipBox;

/// Finds a record by typing a part of its name, number or phone (pinyin initials too) and offers to create it.
class LookupLine : public QLineEdit
{
    Q_OBJECT

public:
    LookupLine(Records &records, model::EntityId target, QWidget *parent = nullptr);

    model::EntityId target() const { return m_target; }
    void setTarget(model::EntityId target);
    Uuid id() const { return m_id; }
    void setId(const Uuid &id);
    /// Something is typed that names no record.
    bool isUnresolved() const;
    /// Records that this lets pass are offered before others.
    void setPreferred(const model::Filter &filter) { m_preferred = filter; }
    /// Empty the line after a pick: for sets of records.
    void setClearsAfterPick(bool clears) { m_clears = clears; }

Q_SIGNALS:
    void picked(const Uuid &id);
    void createRequested(model::EntityId entity, const QString &typed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void addHits(const storage::Query &query);
    void take(const QModelIndex &index);

    Records &m_records;
    model::EntityId m_target;
    model::Filter m_preferred;
    Uuid m_id;
    bool m_clears = false;
    QCompleter *m_completer;
    QStandardItemModel *m_hits;
};

class ReferenceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferenceEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    void setTyped(const model::Record &record) override;
    std::optional<Error> fault() const override;

private:
    LookupLine *m_line;
};

/// One of the parts of another record that this one names (Field::within), all of which are offered: the stages of its pipeline.
class ChildEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChildEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    void setTyped(const model::Record &record) override;

    /// Whether what the field names is a part of what it stands within.
    static bool fits(const Records &records, const model::Entity &entity, const model::Field &field);

private:
    void offer();

    QComboBox *m_box;
    std::optional<model::Value> m_parent; ///< nothing: whatever belongs to any
};

/// Kind of record, then the record.
class AnyReferenceEditor : public FieldEditor
{
    Q_OBJECT

public:
    AnyReferenceEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    std::optional<Error> fault() const override;

private:
    QComboBox *m_kind;
    LookupLine *m_line;
};

/// A set of records as chips.
class ReferencesEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferencesEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    void show(const QList<Uuid> &ids);

    LookupLine *m_line;
    ChipBox *m_box;
    QList<Uuid> m_ids;
};

} // namespace guanxi::app
