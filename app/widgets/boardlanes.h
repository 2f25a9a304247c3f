// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/transitiondialog.h"

#include <QJsonObject>

namespace guanxi::app {

/// A column of a board.
struct BoardLane {
    model::Value key; ///< what a record in it has in the field of the lanes
    QString label;
    model::Tone tone = model::Tone::Neutral;
    storage::Filter filter; ///< what stands in it
    QString remark{};       ///< beside the heading: what of it is shown
    QString warning{};      ///< a word for what is wrong with it; empty: nothing
    QString reasons{};      ///< for the warning, in lines
};

/// A way of a card out of its lane, or on to something else.
struct BoardMove {
    int lane = -1; ///< where it leads; -1: it stays
    int id = 0;
    QString text;
};

/// What a card says of itself beside its fields, as how long it has been where it is.
struct CardRemark {
    QString text;
    model::Tone tone = model::Tone::Neutral;
};

/// What the columns of a board stand for, and what carrying a card from one to another does.
class BoardLanes : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In their order; in the language of the moment.
    virtual QList<BoardLane> lanes() const = 0;
    /// The field by which they divide the records.
    virtual model::FieldId field() const = 0;
    /// Amounts in base currency that are added up for each lane: the first is shown, the others are told by a tool tip.
    virtual QList<model::FieldId> sums() const { return {}; }
    /// What this user may make of the record now; the first that leads to a lane is what carrying it there makes.
    virtual QList<BoardMove> moves(const model::Record &record) const = 0;
    /// Nothing when it was thought better of, or goes on in a dialog that tells about itself.
    virtual std::optional<MadeStep> make(const model::Record &record, const BoardMove &move, QWidget *parent) = 0;
    virtual CardRemark remark(const model::Record &record) const
    {
        Q_UNUSED(record);
        return {};
    }
    /// What stands above the board to choose between several sets of lanes; nullptr: there is one. The caller owns it.
    virtual QWidget *chooser() { return nullptr; }
    virtual QJsonObject state() const { return {}; }
    virtual void setState(const QJsonObject &state) { Q_UNUSED(state); }

Q_SIGNALS:
    /// The lanes are others now.
    void changed();
};

/// The states of an entity's state machine.
class StateLanes final : public BoardLanes
{
    Q_OBJECT

public:
    StateLanes(Records &records, const model::Entity &entity, QObject *parent = nullptr) : BoardLanes(parent), m_records(records), m_entity(entity) {}

    QList<BoardLane> lanes() const override;
    model::FieldId field() const override { return m_entity.machine.field; }
    QList<BoardMove> moves(const model::Record &record) const override;
    std::optional<MadeStep> make(const model::Record &record, const BoardMove &move, QWidget *parent) override;

private:
    Records &m_records;
    const model::Entity &m_entity;
};

} // namespace guanxi::app
