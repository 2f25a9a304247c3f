// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace guanxi::app {

/// Where something stands in a template: keys and numbers, as "blocks", "3", "fields", "0".
using TemplatePlace = QStringList;

/// What it stands in.
inline TemplatePlace outside(const TemplatePlace &place) { return place.first(place.size() - 1); }

QJsonValue valueAt(const QJsonValue &whole, const TemplatePlace &place);
/// The same with `value` there; undefined: with nothing there. Objects on the way are made.
QJsonValue withValue(const QJsonValue &whole, const TemplatePlace &place, const QJsonValue &value);

/// What is a part of its own in the editor.
enum class PartKind : quint8 { Document, Text, Fields, Item, Row, Cell, Table, Column, Foot, Signatures, Party, Picture, Space, Rule, PageBreak };

PartKind kindOf(const QJsonObject &document, const TemplatePlace &place);
/// Lists that a part holds, and what stands in them.
struct PartList {
    TemplatePlace place; ///< within the part
    QList<PartKind> kinds;
};
QList<PartList> listsOf(PartKind kind);
/// One as it begins.
QJsonObject newPart(PartKind kind);
/// What people call it.
QString partName(PartKind kind);
/// Its name and what it says, to tell it from others.
QString partLabel(const QJsonObject &document, const TemplatePlace &place, const QString &language);

} // namespace guanxi::app
