// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

namespace guanxi::app {

/// Edits one field. Made by type with create(); the form and the list's inline editing use the same ones.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// Never nullptr; fields nobody can type (files) get an editor that only shows them.
    static FieldEditor *create(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    ~FieldEditor() override;

    const model::Entity &entity() const { return m_entity; }
    const model::Field &field() const { return m_field; }

    /// What is typed; null when empty. Meaningless while fault() answers something.
    virtual model::Value value() const = 0;
    /// Does not emit edited().
    virtual void setValue(const model::Value &value) = 0;
    /// Why what is typed cannot be read as the field's type.
    virtual std::optional<Error> fault() const { return std::nullopt; }
    /// Currency shown beside amounts.
    virtual void setCurrency(const QString &) {}
    /// The record as it is stored, or about to be.
    virtual void setRecord(const model::Record &) {}
    /// The record as it stands in the form, where what can be typed depends on its other fields.
    virtual void setTyped(const model::Record &) {}
    /// Long texts want the whole width of a form.
    virtual bool isWide() const { return false; }
    /// Marks the editor red, for the eye only; the message stands beside it.
    void setFaulty(bool faulty);

Q_SIGNALS:
    /// The person changed something.
    void edited();
    /// The keyboard focus left the whole editor.
    void left();
    /// "Create new" was chosen in a look-up.
    void createRequested(model::EntityId entity, const QString &typed);

protected:
    FieldEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);

    Records &records() const { return m_records; }
    /// Puts `main` into the editor's layout and makes it the one that gets the focus and the accessible name.
    void setMainWidget(QWidget *main);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void onFocusChanged(QWidget *old, QWidget *now);
    bool holds(const QWidget *widget) const;

    Records &m_records;
    const model::Entity &m_entity;
    const model::Field &m_field;
    QWidget *m_main = nullptr;
    QWidget *m_frame = nullptr;
};

/// Keeps the mouse wheel from changing `widget` while somebody only scrolls past it.
void guardWheel(QWidget *widget);

} // namespace guanxi::app
