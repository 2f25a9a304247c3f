// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/templateplace.h"

#include <QObject>
#include <QUndoStack>

namespace guanxi::app {

/// A template while it is edited. Every change is one step that can be taken back; what is typed into one box is one step.
class TemplateDraft : public QObject
{
    Q_OBJECT

public:
    explicit TemplateDraft(const QJsonObject &document, QObject *parent = nullptr);

    const QJsonObject &document() const { return m_document; }
    QJsonValue value(const TemplatePlace &place) const { return valueAt(m_document, place); }
    PartKind kind(const TemplatePlace &place) const { return kindOf(m_document, place); }
    QUndoStack &steps() { return m_steps; }

    /// Undefined: nothing stands there any more.
    void set(const TemplatePlace &place, const QJsonValue &value);
    /// Something else altogether, as one step.
    void replace(const QJsonObject &document, const QString &step);

    /// Behind `after`, a part or a list ("blocks"); answers where it stands now.
    TemplatePlace insert(const TemplatePlace &list, qsizetype at, const QJsonObject &part);
    void remove(const TemplatePlace &part);
    TemplatePlace duplicate(const TemplatePlace &part);
    /// Up or down in its list; where it stands now.
    TemplatePlace move(const TemplatePlace &part, int by);

    /// Gives a column a name by which others find it, and answers that.
    QString nameColumn(const TemplatePlace &column);

Q_SIGNALS:
    /// `shape`: parts came, went or moved; else what one says changed.
    void changed(bool shape);

private:
    class Step;
    void push(const QJsonObject &document, const QString &text, const QString &typing = {});
    void show(const QJsonObject &document);
    void change(const TemplatePlace &list, const QString &text, const std::function<void(QJsonArray &)> &how);

    QJsonObject m_document;
    QUndoStack m_steps;
};

} // namespace guanxi::app
