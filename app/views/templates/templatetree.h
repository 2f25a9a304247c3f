// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/templatedraft.h"

#include <QTreeWidget>

class QMenu;

namespace guanxi::app {

/// The parts of a template, one beneath the other. Alt+Up and Alt+Down move one, Ctrl+D doubles it, Del removes it, Ins adds one.
class TemplateTree : public QTreeWidget
{
    Q_OBJECT

public:
    TemplateTree(TemplateDraft &draft, QWidget *parent = nullptr);

    TemplatePlace place() const;
    /// Goes to the part that holds the place.
    void choose(const TemplatePlace &place);
    /// Behind the chosen part, or into it where it holds such parts.
    void add(PartKind kind);
    void removeChosen();
    void duplicateChosen();
    void moveChosen(int by);
    /// What can be added where the cursor is.
    void fillAddMenu(QMenu &menu);
    bool isAtPart() const { return place().size() >= 2; }

Q_SIGNALS:
    void chosen(const guanxi::app::TemplatePlace &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Slot {
        TemplatePlace list;
        qsizetype at;
    };
    /// Where a new part of the kind goes; nothing: it has no place here.
    std::optional<Slot> slotFor(PartKind kind) const;
    void rebuild();
    void relabel();
    void addItems(QTreeWidgetItem *above, const TemplatePlace &place);

    TemplateDraft &m_draft;
};

} // namespace guanxi::app
