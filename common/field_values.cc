// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/field_values.h"

namespace notes {
namespace {

std::vector<std::string> tags_from(const Section& section, TagSource source) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == source) names.push_back(tag.name);
  return names;
}

}  // namespace

std::vector<std::string> field_values(const Section& section, FieldId id) {
  switch (id) {
    case FieldId::title:
      return {section.title()};
    case FieldId::note:
      return {section.rel_path};
    case FieldId::thread:
      if (section.breadcrumb.size() < 2) return {};
      return {section.breadcrumb[1].title};
    case FieldId::tag:
      return tags_from(section, TagSource::tag);
    case FieldId::name:
      return tags_from(section, TagSource::name);
    case FieldId::url:
    case FieldId::site:
      return section.urls;
    case FieldId::level:
      return {std::string(level_name(section.level))};
    case FieldId::date:
    case FieldId::is:
    case FieldId::has:
    case FieldId::link:
      return {};
  }
  return {};
}

}  // namespace notes
