// Makes the rows of the permission map from the tools of the catalogue.

import { areaSentences } from '../../../scope-map/area-sentences.ts';
import { areaNames, areas } from '../../../scope-map/areas.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { MapRow, PermissionMap } from './row.ts';

const sometimesNeeded = ({ endpoint }: Tool): readonly string[] => [
  ...new Set((endpoint.conditions ?? []).flatMap(({ needs = [] }) => needs)),
];

const rowOf = (tool: Tool): MapRow => {
  const { id, area, method, path, requires, effect, cost = 'none' } = tool.endpoint;
  const { discloses, deprecated } = tool.endpoint;
  const sometimes = sometimesNeeded(tool);
  return {
    name: tool.name,
    operation: id,
    area,
    method,
    path,
    title: tool.title,
    access: effect === 'read' ? 'read' : 'write',
    requires,
    ...(sometimes.length > 0 && { sometimes }),
    effect,
    cost,
    ...(discloses && { discloses: discloses.kind }),
    ...(deprecated !== undefined && { deprecated: true }),
  };
};

/** The whole map; loads every shelf. */
export const permissionMap = async (box: ToolBox): Promise<PermissionMap> => {
  const rows = (await box.all()).map(rowOf);
  return {
    areas: areaNames.map((area) => ({
      area,
      title: areas[area].title,
      sentence: areaSentences[area],
      methods: rows.filter((row) => row.area === area).length,
    })),
    rows,
  };
};
