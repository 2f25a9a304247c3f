// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/attachments.h"
#include "app/data/records.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace guanxi::app {

/// The documents that belong to a record, newest first; of a document, itself.
class AttachmentsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    AttachmentsModel(Records &records, const model::RecordRef &parent);

    void reload();
    bool isOneDocument() const;
    model::Record document(int row) const { return m_documents.value(row); }
    int rowOf(const model::RecordRef &ref) const;
    /// "Waiting to upload", "Uploading 40 %", "Here", "On the server".
    static QString stateText(const FileState &state);
    /// Why the last try failed.
    static QString faultText(const FileState &state);
    FileState state(int row) const;
    QString stateText(int row) const;
    /// Documents can be planned before there is anything to put in.
    bool hasFile(int row) const;
    /// "3.4 MB · Li Na · 2026-03-31 10:20".
    QString factsText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void stateChanged(const QByteArray &blob);
    QList<model::Record> itself() const;
    QList<model::Record> belonging() const;

    Records &m_records;
    model::RecordRef m_parent;
    QList<model::Record> m_documents;
};

/// A line for each: small picture, name, facts, state.
class AttachmentsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AttachmentsDelegate(AttachmentsModel &model, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    AttachmentsModel &m_model;
};

} // namespace guanxi::app
