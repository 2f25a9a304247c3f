// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recorddesk.h"

#include "app/widgets/recordpane.h"

#include <QAction>
#include <QIcon>

namespace guanxi::app {

namespace {

constexpr int LongestTab = 24;

} // namespace

RecordDesk::RecordDesk(Records &records, DraftStore &drafts, QWidget *parent)
    : QTabWidget(parent), m_records(records), m_drafts(drafts)
{
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setAccessibleName(tr("Open records"));
    connect(this, &QTabWidget::tabCloseRequested, this, [this](int tab) {
        QWidget *closed = widget(tab);
        removeTab(tab);
        closed->deleteLater();
    });
    auto *close = new QAction(this);
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QAction::triggered, this, &RecordDesk::closeCurrent);
    addAction(close);
}

RecordPane *RecordDesk::open(const model::RecordRef &ref, const QList<model::RecordRef> &around)
{
    for (int tab = 0; tab < count(); ++tab)
        if (auto *pane = static_cast<RecordPane *>(widget(tab)); pane->ref() == ref) {
            setCurrentIndex(tab);
            return pane;
        }
    auto *pane = new RecordPane(m_records, m_drafts, ref, around);
    const model::Entity *entity = m_records.catalogue().entity(ref.entity);
    setCurrentIndex(addTab(pane, QIcon::fromTheme(entity ? entity->icon : QString()), QString()));
    showTitle(pane);
    connect(pane, &RecordPane::titleChanged, this, [this, pane] { showTitle(pane); });
    connect(pane, &RecordPane::openRequested, this, &RecordDesk::openRequested);
    connect(pane, &RecordPane::createRequested, this, &RecordDesk::createRequested);
    connect(pane, &RecordPane::notice, this, &RecordDesk::notice);
    connect(pane, &RecordPane::failed, this, &RecordDesk::failed);
    return pane;
}

void RecordDesk::showTitle(RecordPane *pane)
{
    const QString title = pane->title();
    const int tab = indexOf(pane);
    QString text = title.size() > LongestTab ? title.left(LongestTab) + u'…' : title;
    setTabText(tab, text.replace(u'&', QStringLiteral("&&")));
    setTabToolTip(tab, title);
}

RecordPane *RecordDesk::current() const { return static_cast<RecordPane *>(currentWidget()); }

void RecordDesk::closeCurrent()
{
    if (currentIndex() >= 0)
        Q_EMIT tabCloseRequested(currentIndex());
}

QList<model::RecordRef> RecordDesk::openRefs() const
{
    QList<model::RecordRef> refs;
    for (int tab = 0; tab < count(); ++tab)
        refs.append(static_cast<RecordPane *>(widget(tab))->ref());
    return refs;
}

} // namespace guanxi::app
