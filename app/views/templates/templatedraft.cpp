// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templatedraft.h"

#include <QJsonArray>
#include <QUndoCommand>

namespace guanxi::app {

using namespace Qt::StringLiterals;

namespace {

/// The same parts in the same places.
bool isSameShape(const QJsonObject &a, const QJsonObject &b, const TemplatePlace &place = {})
{
    const PartKind kind = kindOf(a, place);
    if (kind != kindOf(b, place))
        return false;
    for (const PartList &list : listsOf(kind)) {
        const qsizetype count = valueAt(a, place + list.place).toArray().size();
        if (count != valueAt(b, place + list.place).toArray().size())
            return false;
        for (qsizetype at = 0; at < count; ++at)
            if (!isSameShape(a, b, place + list.place + TemplatePlace{QString::number(at)}))
                return false;
    }
    return true;
}

} // namespace

class TemplateDraft::Step final : public QUndoCommand
{
public:
    Step(TemplateDraft &draft, const QJsonObject &after, const QString &text, const QString &typing)
        : QUndoCommand(text), m_draft(draft), m_before(draft.m_document), m_after(after), m_typing(typing)
    {}
    int id() const override { return m_typing.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *step = static_cast<const Step *>(next);
        if (step->m_typing != m_typing)
            return false;
        m_after = step->m_after;
        return true;
    }
    void undo() override { m_draft.show(m_before); }
    void redo() override { m_draft.show(m_after); }

private:
    TemplateDraft &m_draft;
    QJsonObject m_before;
    QJsonObject m_after;
    QString m_typing; ///< into which box
};

TemplateDraft::TemplateDraft(const QJsonObject &document, QObject *parent) : QObject(parent), m_document(document) {}

void TemplateDraft::show(const QJsonObject &document)
{
    const bool shape = !isSameShape(m_document, document);
    m_document = document;
    Q_EMIT changed(shape);
}

void TemplateDraft::push(const QJsonObject &document, const QString &text, const QString &typing)
{
    if (document != m_document)
        m_steps.push(new Step(*this, document, text, typing));
}

void TemplateDraft::set(const TemplatePlace &place, const QJsonValue &value)
{
    push(withValue(m_document, place, value).toObject(), tr("Change"), place.join(u'/'));
}

void TemplateDraft::replace(const QJsonObject &document, const QString &step) { push(document, step); }

void TemplateDraft::change(const TemplatePlace &list, const QString &text, const std::function<void(QJsonArray &)> &how)
{
    QJsonArray parts = value(list).toArray();
    how(parts);
    push(withValue(m_document, list, parts).toObject(), text);
}

TemplatePlace TemplateDraft::insert(const TemplatePlace &list, qsizetype at, const QJsonObject &part)
{
    const qsizetype place = qBound<qsizetype>(0, at, value(list).toArray().size());
    change(list, tr("Add"), [&](QJsonArray &parts) { parts.insert(place, part); });
    return list + TemplatePlace{QString::number(place)};
}

void TemplateDraft::remove(const TemplatePlace &part)
{
    if (part.size() >= 2)
        change(outside(part), tr("Remove"), [&](QJsonArray &parts) { parts.removeAt(part.last().toInt()); });
}

TemplatePlace TemplateDraft::duplicate(const TemplatePlace &part)
{
    QJsonObject copy = value(part).toObject();
    copy.remove("id"_L1); // names of columns are their own
    return insert(outside(part), part.last().toInt() + 1, copy);
}

TemplatePlace TemplateDraft::move(const TemplatePlace &part, int by)
{
    if (part.size() < 2)
        return part;
    const TemplatePlace list = outside(part);
    const int from = part.last().toInt(), to = from + by;
    if (to < 0 || to >= value(list).toArray().size())
        return part;
    change(list, tr("Move"), [&](QJsonArray &parts) {
        const QJsonValue moved = parts.takeAt(from);
        parts.insert(to, moved);
    });
    return list + TemplatePlace{QString::number(to)};
}

QString TemplateDraft::nameColumn(const TemplatePlace &column)
{
    const TemplatePlace place = column + TemplatePlace{u"id"_s};
    if (const QString known = value(place).toString(); !known.isEmpty())
        return known;
    QStringList taken;
    for (const QJsonValue &other : value(outside(column)).toArray())
        taken.append(other.toObject().value("id"_L1).toString());
    int number = 1;
    while (taken.contains(u"column%1"_s.arg(number)))
        ++number;
    set(place, u"column%1"_s.arg(number));
    return value(place).toString();
}

} // namespace guanxi::app
