// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the screens of app/widgets and app/views over the sample company: picture_widgets FOLDER [zh] [dark] [QM…]
#include "app/views/customers/customersview.h"
#include "app/views/viewcontext.h"
#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordpreview.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/timeline.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTranslator>

using namespace guanxi;
using namespace guanxi::app;
using namespace Qt::StringLiterals;

namespace {

class PictureContext : public ViewContext
{
public:
    explicit PictureContext(tests::SampleCompany &company) : m_company(company) {}
    Records &records() override { return *m_company.records; }
    DraftStore &drafts() override { return m_company.drafts; }
    void openRecord(const model::RecordRef &, const QList<model::RecordRef> &) override {}
    void createRecord(model::EntityId, const Preset &) override {}
    void notify(const QString &, const Uuid &) override {}
    void showError(const Error &) override {}
    void openView(const QString &) override {}
    void undo(const Uuid &) override {}

private:
    tests::SampleCompany &m_company;
};

void settle(int ms = 500)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

QPalette darkPalette()
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0xff24272b));
    dark.setColor(QPalette::WindowText, QColor(0xffe6e8eb));
    dark.setColor(QPalette::Base, QColor(0xff1b1d20));
    dark.setColor(QPalette::AlternateBase, QColor(0xff212428));
    dark.setColor(QPalette::Text, QColor(0xffe6e8eb));
    dark.setColor(QPalette::Button, QColor(0xff2b2f34));
    dark.setColor(QPalette::ButtonText, QColor(0xffe6e8eb));
    dark.setColor(QPalette::Highlight, QColor(0xff2f6fc4));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::Link, QColor(0xff8ab8ff));
    dark.setColor(QPalette::PlaceholderText, QColor(0xff8a9099));
    dark.setColor(QPalette::ToolTipBase, QColor(0xff2b2f34));
    dark.setColor(QPalette::ToolTipText, QColor(0xffe6e8eb));
    return dark;
}

QPalette lightPalette()
{
    QPalette light(QColor(0xfff4f5f7));
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::AlternateBase, QColor(0xfff8f9fb));
    light.setColor(QPalette::Highlight, QColor(0xff2f6fc4));
    light.setColor(QPalette::HighlightedText, Qt::white);
    light.setColor(QPalette::Link, QColor(0xff1d5fb4));
    return light;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList args = QApplication::arguments().mid(1);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const bool dark = args.contains(u"dark"_s), chinese = args.contains(u"zh"_s);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QIcon::setThemeSearchPaths({u"/usr/share/icons"_s});
    QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (const QString &arg : args)
        if (auto *translator = new QTranslator(&application); chinese && arg.endsWith(u".qm"_s) && translator->load(arg))
            QApplication::installTranslator(translator);
    const QDir folder(args.value(0, u"."_s));
    const QString suffix = QString(chinese ? u"-zh"_s : u"-en"_s) + (dark ? u"-dark.png"_s : u"-light.png"_s);
    const auto shoot = [&](QWidget &widget, const QString &name) {
        settle();
        widget.grab().save(folder.filePath(name + suffix));
    };

    tests::SampleCompany company;
    PictureContext context(company);
    CustomersView customers(context);
    customers.resize(1366, 700);
    customers.show();
    customers.list().table().setFocus();
    shoot(customers, u"customers"_s);
    customers.pane()->tabs()->setCurrentWidget(customers.pane()->timeline());
    shoot(customers, u"customers-timeline"_s);
    customers.pane()->openRelation(model::Contact::entity);
    shoot(customers, u"customers-contacts"_s);
    customers.setPaneShown(false);
    customers.list().setQuickFiltersShown(true);
    customers.list().setFilter(storage::Filter::all({storage::Filter::is(model::Account::status.id, model::Value(2)),
                                                     storage::Filter::notEmpty(model::Account::phone.id)}));
    customers.list().table().selectAll();
    shoot(customers, u"list-filtered"_s);
    customers.list().setFilter({});
    customers.list().setSearch(u"nothing like this"_s);
    customers.list().setQuickFiltersShown(false);
    shoot(customers, u"list-nothing"_s);

    RecordFormDialog form(*company.records, company.drafts, company.accounts[1]);
    form.show();
    shoot(form, u"form"_s);
    RecordFormDialog fresh(*company.records, company.drafts, model::Account::entity, {});
    fresh.show();
    fresh.form()->save();
    shoot(fresh, u"form-new"_s);
    RecordFormDialog talk(*company.records, company.drafts, model::Interaction::entity, {});
    talk.show();
    shoot(talk, u"form-interaction"_s);
    BulkEditDialog bulk(*company.records, company.catalogue.at(model::Account::entity), 12);
    bulk.show();
    shoot(bulk, u"bulk"_s);
    RecordPreview preview(*company.records);
    preview.showRecord(company.accounts[0]);
    preview.show();
    shoot(preview, u"preview"_s);
    FilterBuilder builder(*company.records, company.catalogue.at(model::Account::entity));
    builder.setFilter(storage::Filter::all(
        {storage::Filter::lastDays(model::system::CreatedAt, 30), storage::Filter::contains(model::Account::name.id, model::Value(u"北京"_s)),
         storage::Filter::any({storage::Filter::is(model::Account::status.id, model::Value(2)),
                               storage::Filter::between(model::Account::annualTurnover.id, model::Value(0), model::Value(10000000))})}));
    builder.resize(800, 200);
    builder.show();
    shoot(builder, u"filter"_s);

    RecordListView list(*company.records, model::Account::entity);
    list.resize(1200, 700);
    list.show();
    settle();
    return 0;
}
