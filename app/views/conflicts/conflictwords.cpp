// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the conflict desk; what is shown of a conflict is in conflictdetail.cpp.
#include "app/views/conflicts/conflictdetail.h"

#include "common/model/catalogue/stock.h"
#include "common/sync/parkedset.h"

namespace guanxi::app {

using sync::ConflictKind;

QString ConflictDetail::againText() const
{
    switch (m_case.kind) {
    case ConflictKind::DeleteEdit: return tr("&Delete anyway");
    case ConflictKind::EditDelete: return tr("&Restore with this change");
    case ConflictKind::Permission:
        if (m_case.mineBy != m_records.me())
            return tr("&Apply for %1").arg(m_records.title({model::ids::User, m_case.mineBy}));
        break;
    case ConflictKind::CreateCreate: return tr("&Save as a new record");
    default: break;
    }
    return m_case.reason.code == ErrorCode::DeviceRevoked ? tr("&Apply") : tr("&Try again");
}

QString ConflictDetail::discardText() const
{
    if (m_case.isAdvice())
        return tr("&Noted");
    return m_case.kind == ConflictKind::DeleteEdit ? tr("&Keep the record") : tr("Dis&card this change");
}

/// Who stands against it.
QString ConflictDetail::othersText() const
{
    const QString other = m_case.theirsBy.isNull() ? QString() : who(m_case.theirsBy, m_case.theirsAt);
    if (other.isEmpty())
        return {};
    return m_case.kind == ConflictKind::EditDelete ? tr("Deleted by %1").arg(other)
        : m_case.kind == ConflictKind::DeleteEdit  ? tr("Changed by %1").arg(other)
                                                   : QString();
}

QString ConflictDetail::kindText(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::EditEdit:
    case ConflictKind::EditEditAuto: return tr("Changed by two people");
    case ConflictKind::EditDelete: return tr("Changed here, deleted elsewhere");
    case ConflictKind::DeleteEdit: return tr("Deleted here, changed elsewhere");
    case ConflictKind::CreateCreate: return tr("Created twice");
    case ConflictKind::Unique: return tr("Value already in use");
    case ConflictKind::NearDuplicate: return tr("Possible duplicate");
    case ConflictKind::State: return tr("Step no longer possible");
    case ConflictKind::StockNegative: return tr("Not enough stock");
    case ConflictKind::ParentDeleted: return tr("Belongs to a deleted record");
    case ConflictKind::ParentParked: return tr("Waits for another conflict");
    case ConflictKind::Cycle: return tr("Would contain itself");
    case ConflictKind::Permission: return tr("Right was withdrawn");
    case ConflictKind::Rule: return tr("Against a rule");
    case ConflictKind::Schema: return tr("Field no longer exists");
    case ConflictKind::Internal: break;
    }
    return tr("Could not be applied");
}

QString ConflictDetail::explanation() const
{
    if (m_case.isHidden())
        return hiddenText();
    switch (m_case.kind) {
    case ConflictKind::EditEdit:
    case ConflictKind::EditEditAuto:
        return tr("Two people changed this field without knowing of each other. The value stored first stays until you decide; "
                  "nothing is lost.");
    case ConflictKind::EditDelete:
        return tr("The record was deleted before this change arrived. It can be restored with the change, or the change dropped.");
    case ConflictKind::DeleteEdit:
        return tr("Somebody changed the record before it could be deleted, so it still exists. Delete it anyway, or keep it.");
    case ConflictKind::Unique:
        return tr("Another record has this value already. Choose another value, merge the two, or drop the change.");
    case ConflictKind::State:
        return tr("The record has moved on meanwhile, and this step no longer leads on from where it is now. Choose a step that "
                  "does, or drop the change.");
    case ConflictKind::ParentDeleted:
        return tr("It belongs to a record that was deleted meanwhile. Restore that one, choose another, or drop the change.");
    case ConflictKind::Cycle:
        return tr("Somebody else moved a record meanwhile, and this one would end up below itself. Choose another place, or drop "
                  "the change.");
    case ConflictKind::ParentParked:
        return tr("This change needs another one that is itself not settled. Settle that one first, then try again.");
    case ConflictKind::Permission:
        return m_case.reason.code == ErrorCode::DeviceRevoked
            ? quarantineText()
            : tr("The right to make this change was withdrawn before it arrived. An administrator can apply it, or grant the right again.");
    case ConflictKind::Rule:
        return tr("A rule refuses this change as it is. Correct the value and send it again, or drop the change.");
    case ConflictKind::CreateCreate:
        return tr("Two computers made this record, with different contents; the one that arrived first stands. Save this one as a "
                  "record of its own, or drop it.");
    case ConflictKind::NearDuplicate:
        return m_records.load(m_case.twin).ok()
            ? tr("These two look like the same. Your record is saved; merge the two, or say that they are different, and you are not "
                 "asked again.")
            : tr("Your record is saved. A colleague has one that looks like the same, which you may not see; ask before you go on.");
    case ConflictKind::StockNegative: return shortageText();
    case ConflictKind::Schema:
        return m_case.isOrphanValue()
            ? tr("The server does not know this field, so the value could not be stored. It is kept here: copy what you need to "
                 "another field, or enter it again after the server was updated.")
            : tr("The server does not know what this change is about. It is kept here; try again after the server was updated.");
    case ConflictKind::Internal:
        return tr("The server could not apply this change. It is kept here; try again, and tell your administrator if it fails "
                  "once more.");
    default:
        return tr("The server could not accept this change as it is. It is kept here until you decide.");
    }
}

QString ConflictDetail::hiddenText() const
{
    return m_case.mineBy == m_records.me()
        ? tr("You may no longer see what stands here: the record went to somebody else, or a right was withdrawn. Your value is kept; "
             "copy it and pass it on, or let it go.")
        : tr("Two people changed this field. You may not see its values; who may see them decides.");
}

bool ConflictDetail::isPosted() const
{
    const Result<model::Record> document = m_records.load({model::StockDocument::entity, m_work.shortLine()[model::StockDocumentLine::document]});
    return document.ok() && (*document)[model::StockDocument::status] == model::StockDocument::Posted;
}

QString ConflictDetail::shortageText() const
{
    if (!m_case.isAdvice() && isPosted())
        return tr("Goods that this document brought in have left already, so it was not reversed. Try again when they are back, or drop "
                  "the change.");
    if (!m_case.isAdvice())
        return tr("There is less in the warehouse than this document takes out, so it was not posted. Take out less, take it from "
                  "another warehouse, try again when more has come, or drop the change.");
    const Result<model::Record> document = m_records.load(m_case.about);
    const bool isBackOrder = document.ok() && (*document)[model::StockDocument::status] == model::StockDocument::Draft;
    return isBackOrder ? tr("There was less in the warehouse than the document took out. What was there has been posted; the rest waits in "
                            "this back order.")
                       : tr("The document was posted although there was less in the warehouse. Count the stock, and correct it where needed.");
}

QString ConflictDetail::quarantineText() const
{
    const QString author = m_records.title({model::ids::User, m_case.mineBy});
    if (m_case.parked.name == sync::DraftAction)
        return m_case.mineBy == m_records.me()
            ? tr("This stood in a form, not saved yet, on a computer of yours that the administrator removed. Apply it only if it is your work "
                 "and complete.")
            : tr("This stood in a form, not saved yet, on a computer of %1 that was removed. Ask whether it is complete, then apply it for %1 or "
                 "drop it.").arg(author);
    return m_case.mineBy == m_records.me()
        ? tr("This was made on a computer of yours that the administrator removed before it was sent. Apply it only if it is your work.")
        : tr("This was made on a computer of %1 that was removed before it was sent. Look at it, then apply it for %1 or drop it.").arg(author);
}

} // namespace guanxi::app
