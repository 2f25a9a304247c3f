// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guanxi::app {

class RecordDesk;
class RecordListView;
class RecordPane;
class ViewContext;

// Hands what a widget asks for (open, create, notices, errors) on to the frame.
void linkToContext(RecordListView &list, ViewContext &context);
void linkToContext(RecordPane &pane, ViewContext &context);
void linkToContext(RecordDesk &desk, ViewContext &context);

} // namespace guanxi::app
