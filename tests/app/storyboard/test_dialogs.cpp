// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every dialog: <build>/storyboard/dialogs.
#include "tests/app/shell/shellfixture.h"

#include "app/shell/passworddialog.h"
#include "app/shell/removeddialog.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/signindialog.h"
#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/pastedialog.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordformdialog.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QLabel>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;

namespace {

const QString Company = QStringLiteral("苏州恒远机械有限公司");

/// All dialogs of the program in one language and theme.
class Dialogs
{
public:
    Dialogs(Shell &shell, ShellData &data) : m_shell(shell), m_data(data) {}

    std::vector<std::pair<QString, std::unique_ptr<QDialog>>> all() const
    {
        std::vector<std::pair<QString, std::unique_ptr<QDialog>>> dialogs;
        const auto add = [&](const char *name, std::unique_ptr<QDialog> dialog) { dialogs.emplace_back(QLatin1String(name), std::move(dialog)); };
        add("enrol", signIn(SignInDialog::Purpose::Enrol, {}));
        add("enrol-refused", signIn(SignInDialog::Purpose::Enrol, Error{ErrorCode::CodeUsed, {}}));
        add("signin", signIn(SignInDialog::Purpose::SignIn, Error{ErrorCode::WrongPassword, {}}));
        add("signin-locked", signIn(SignInDialog::Purpose::SignIn, Error{ErrorCode::LockedOut, {QStringLiteral("45")}}));
        add("signin-given", given());
        add("password", password());
        add("settings", std::make_unique<SettingsDialog>(m_shell.language, m_shell.theme, QStringLiteral("孙丽华")));
        add("removed", removed(false));
        add("removed-wiped", removed(true));
        add("bulk", std::make_unique<BulkEditDialog>(*m_data.company.records, accounts(), 128));
        add("paste", std::make_unique<PasteDialog>(*m_data.company.records, accounts(), sheet(), PasteSheet::Target{}));
        add("form-twins", twins());
        return dialogs;
    }

private:
    const model::Entity &accounts() const { return m_data.company.catalogue.at(Account::entity); }

    std::unique_ptr<SignInDialog> signIn(SignInDialog::Purpose purpose, const std::optional<Error> &refusal) const
    {
        const bool first = purpose == SignInDialog::Purpose::Enrol;
        auto dialog = std::make_unique<SignInDialog>(purpose, first ? QString() : Company, first ? QString() : QStringLiteral("sunlihua"));
        dialog->setLanguage(m_shell.language.name());
        if (refusal)
            dialog->showRefusal(*refusal);
        return dialog;
    }
    std::unique_ptr<SignInDialog> given() const
    {
        auto dialog = signIn(SignInDialog::Purpose::SignIn, {});
        dialog->askForGiven();
        return dialog;
    }
    static std::unique_ptr<PasswordDialog> password()
    {
        auto dialog = std::make_unique<PasswordDialog>(true);
        dialog->finish(Error{ErrorCode::WrongPassword, {}});
        return dialog;
    }
    static std::unique_ptr<RemovedDialog> removed(bool wiped)
    {
        auto dialog = std::make_unique<RemovedDialog>(Company);
        if (wiped)
            dialog->showWiped(12, 1);
        else
            dialog->showHandingOver(12);
        return dialog;
    }
    /// A heading, a good row, and two that cannot be taken.
    QString sheet() const
    {
        const auto label = [this](model::FieldId id) { return fieldLabel(accounts(), *accounts().field(id)); };
        return QStringList{label(Account::name.id), label(Account::region.id), label(Account::mobile.id), label(Account::creditLimit.id)}.join(u'\t')
            + QStringLiteral("\n无锡锡山泵业有限公司\t\t13812345678\t120000\n\t\t12345\t很多\n常州天宁电机厂\t火星\t13900001111\t50,000.00\n");
    }
    std::unique_ptr<RecordFormDialog> twins() const
    {
        auto dialog = std::make_unique<RecordFormDialog>(*m_data.company.records, m_data.company.drafts, Account::entity, Preset());
        FieldEditor *name = dialog->form()->editor(Account::name.id);
        name->setValue(m_data.company.accounts[0][Account::name]);
        Q_EMIT name->edited();
        return dialog;
    }

    Shell &m_shell;
    ShellData &m_data;
};

bool hasRoom(const QLabel &label)
{
    if (label.wordWrap())
        return label.height() >= label.heightForWidth(label.width());
    return label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1;
}

/// Words that the window has no room for, or over which something else lies.
QStringList cutWords(const QDialog &dialog)
{
    QStringList cut;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->textFormat() == Qt::RichText)
            continue;
        bool covered = false;
        for (const QObject *other : label->parent()->children())
            if (const auto *widget = qobject_cast<const QWidget *>(other); widget && widget != label && widget->isVisible() && !widget->isWindow())
                covered = covered || widget->geometry().intersects(label->geometry());
        if (covered || !hasRoom(*label))
            cut.append(label->text());
    }
    return cut;
}

void shoot(bool chinese, bool dark)
{
    ShellData data;
    Shell shell(data);
    shell.language.use(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QString place = QStringLiteral(GUANXI_STORYBOARD_DIR "/dialogs/%1-%2").arg(dark ? u"dark" : u"light").arg(chinese ? u"zh" : u"en");
    QDir().mkpath(place);
    for (const auto &[name, dialog] : Dialogs(shell, data).all()) {
        dialog->show();
        (void)QTest::qWaitForWindowExposed(dialog.get());
        QTest::qWait(100);
        INFO(name.toStdString());
        CHECK(cutWords(*dialog).join(u" | ").isEmpty());
        CHECK(dialog->grab().save(place + u'/' + name + QStringLiteral(".png")));
    }
}

} // namespace

TEST_CASE("Every dialog has room for its words, in Chinese and in English")
{
    shoot(true, false);
    shoot(false, true);
}

TEST_CASE("Every dialog paints itself in every look", "[.all]")
{
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true})
            shoot(chinese, dark);
}
