// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/homeview.h"

#include "app/shell/homelists.h"
#include "app/views/viewcontext.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Activity;

namespace {

constexpr int PageWidth = 1080;

QLabel *label(const QString &text, const char *name)
{
    auto *made = new QLabel(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

HomeView::HomeView(ViewContext &context, SyncStatus &status, const Clock &clock, QWidget *parent)
    : QScrollArea(parent), m_context(context), m_status(status), m_clock(clock), m_reloading(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    m_reloading->setSingleShot(true);
    m_reloading->setInterval(200);
    connect(m_reloading, &QTimer::timeout, this, &HomeView::reload);
    const auto later = [this] {
        if (isVisible() && !m_reloading->isActive())
            m_reloading->start();
    };
    connect(&status, &SyncStatus::changed, this, later);
    connect(&context.records(), &Records::changed, this, later);
}

void HomeView::reload()
{
    m_reloading->stop();
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *inner = new QWidget;
    inner->setMaximumWidth(PageWidth);
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(28, 24, 28, 24);
    centred->addWidget(inner, 1);
    centred->setAlignment(inner, Qt::AlignTop);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    const QString name = m_context.records().title({model::ids::User, m_context.records().me()});
    column->addWidget(label(name.isEmpty() ? tr("Welcome") : tr("Welcome, %1").arg(name), "heading"));
    column->addWidget(label(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_clock.wallMs()).date(), QLocale::LongFormat), "quiet"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right}) {
        side->setSpacing(16);
        columns->addLayout(side, 1);
    }
    QVBoxLayout *content = nullptr;
    right->addWidget(card(tr("Waiting for you"), QStringLiteral("notifications"), content));
    addWaiting(content);
    right->addWidget(card(tr("Begin here"), QStringLiteral("go-next"), content));
    addStart(content);
    bool onLeft = true;
    for (const HomeList &list : homeLists(m_context.records(), m_clock)) {
        (onLeft ? left : right)->addWidget(card(list.title, list.icon, content));
        addNext(content, list);
        onLeft = !onLeft || list.rows.isEmpty(); // a card that only says that there is nothing leaves room below it
    }
    left->addStretch(1);
    right->addStretch(1);
    column->addLayout(columns);
    column->addStretch(1);
    setWidget(page);
}

QWidget *HomeView::card(const QString &title, const QString &icon, QVBoxLayout *&content)
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("card"));
    frame->setAccessibleName(title);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    auto *picture = new QLabel;
    picture->setPixmap(QIcon::fromTheme(icon).pixmap(16, 16));
    auto *heading = new QLabel(title);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    row->addWidget(picture);
    row->addWidget(heading, 1);
    column->addLayout(row);
    column->addSpacing(6);
    content = new QVBoxLayout;
    content->setSpacing(2);
    column->addLayout(content);
    column->addStretch(1);
    return frame;
}

void HomeView::addLine(QVBoxLayout *content, const QString &icon, const QString &text, const QString &detail, std::function<void()> run)
{
    auto *button = new QPushButton(QIcon::fromTheme(icon), QString());
    button->setProperty("flat", true);
    button->setAutoDefault(false);
    button->setAccessibleName(detail.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, detail));
    button->setMinimumHeight(30);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(34, 0, 10, 0);
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setMinimumWidth(40);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *right = label(detail, "quiet");
    right->setWordWrap(false);
    for (QLabel *part : {words, right})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addWidget(words, 1);
    row->addWidget(right);
    button->setStyleSheet(QStringLiteral("text-align: left;"));
    connect(button, &QPushButton::clicked, this, std::move(run));
    content->addWidget(button);
}

void HomeView::addQuiet(QVBoxLayout *content, const QString &text) { content->addWidget(label(text, "quiet")); }

void HomeView::addWaiting(QVBoxLayout *content)
{
    if (m_status.conflicts() > 0)
        addLine(content, QStringLiteral("vcs-conflicting"), tr("%n conflicts to decide", nullptr, m_status.conflicts()), {},
                [this] { m_context.openView(QStringLiteral("conflicts.desk")); });
    if (m_status.refused() > 0)
        addLine(content, QStringLiteral("dialog-warning"), tr("%n refused changes", nullptr, m_status.refused()), {},
                [this] { m_context.openView(QStringLiteral("outbox.list")); });
    if (m_status.unsent() > 0)
        addLine(content, QStringLiteral("document-send"), tr("%n changes wait for the server", nullptr, m_status.unsent()), {},
                [this] { m_context.openView(QStringLiteral("outbox.list")); });
    if (m_status.conflicts() + m_status.refused() + m_status.unsent() == 0)
        addQuiet(content, tr("Nothing. Everything you did has arrived."));
}

void HomeView::addNext(QVBoxLayout *content, const HomeList &list)
{
    for (const HomeList::Row &row : list.rows)
        addLine(content, list.icon, row.text, row.detail, [this, ref = row.ref] { m_context.openRecord(ref); });
    if (list.rows.isEmpty())
        addQuiet(content, list.nothing);
}

void HomeView::addStart(QVBoxLayout *content)
{
    Records &records = m_context.records();
    if (records.may(model::Action::View, model::Account::entity))
        addLine(content, QStringLiteral("system-users"), tr("Look through the customers"), QStringLiteral("Ctrl+2"),
                [this] { m_context.openView(QStringLiteral("customers.accounts")); });
    if (records.may(model::Action::Create, model::Account::entity))
        addLine(content, QStringLiteral("list-add"), tr("Enter a new customer"), {},
                [this] { m_context.createRecord(model::Account::entity); });
    if (records.may(model::Action::Create, Activity::entity))
        addLine(content, QStringLiteral("view-calendar-tasks"), tr("Plan an activity"), {},
                [this] { m_context.createRecord(Activity::entity); });
    addQuiet(content, tr("Ctrl+K finds every record and every command; F1 explains the view at hand."));
}

void HomeView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    reload();
}

void HomeView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        reload();
}

namespace {

class HomeFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(HomeFactory)

public:
    HomeFactory(SyncStatus &status, const Clock &clock) : m_status(status), m_clock(clock) {}

    QString id() const override { return QStringLiteral("home.start"); }
    QString title() const override { return tr("Home"); }
    QString icon() const override { return QStringLiteral("go-home"); }
    model::Workspace workspace() const override { return model::Workspace::None; }
    bool isMain() const override { return true; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override
    {
        return new HomeView(context, m_status, m_clock, parent);
    }

private:
    SyncStatus &m_status;
    const Clock &m_clock;
};

} // namespace

void addHomeView(ViewList &views, SyncStatus &status, const Clock &clock)
{
    views.push_back(std::make_unique<HomeFactory>(status, clock));
}

} // namespace guanxi::app
