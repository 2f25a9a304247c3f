// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/fieldmenu.h"
#include "app/views/templates/templatedraft.h"
#include "app/views/templates/templateproperties.h"

#include <QScrollArea>

class QComboBox;
class QFormLayout;

namespace guanxi::app {

/// What can be said about the part of a template that is chosen.
class TemplateForm : public QScrollArea
{
    Q_OBJECT

public:
    TemplateForm(Records &records, TemplateDraft &draft, QWidget *parent = nullptr);

    void show(const TemplatePlace &place);
    const TemplatePlace &place() const { return m_place; }
    /// The editor of a property, by its key: "label", "table/sort".
    QWidget *editor(const QString &key) const { return m_editors.value(key); }

private:
    void addRow(const TemplateProperty &property);
    QWidget *makeEditor(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeTexts(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeNumber(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeFlag(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeConditions(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeMargins(const TemplateProperty &property, const TemplatePlace &place);
    QWidget *makeChoice(const TemplateProperty &property, const TemplatePlace &place);
    /// What there is to choose, as it is stored and called.
    QList<std::pair<QString, QString>> optionsOf(const TemplateProperty &property) const;
    QList<std::pair<QString, QString>> sources() const;
    QList<std::pair<QString, QString>> lineFields(bool amountsOnly) const;
    QList<std::pair<QString, QString>> columns() const;
    QString chosen(const TemplateProperty &property, const TemplatePlace &place) const;
    void choose(const TemplateProperty &property, const TemplatePlace &place, const QString &code);
    TemplatePlace tablePlace() const;
    const model::Entity *documentEntity() const;
    const model::Entity *lineEntity() const;
    FieldScope scope(bool ofLine) const;
    void reload();

    Records &m_records;
    TemplateDraft &m_draft;
    TemplatePlace m_place;
    QFormLayout *m_form = nullptr;
    QHash<QString, QWidget *> m_editors;
    QList<std::function<void()>> m_loads; ///< each shows what stands in the draft
};

} // namespace guanxi::app
