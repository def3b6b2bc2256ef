// What the page of an agreement shows beside its document: reports, scores, report card. Each comes from a file of its
// own, which adds itself here: {id, label, shows(agreement), render(node, agreement)}; agreement is a line of the list.
export const panels = [];
