// What an office reported of its agreement during the year: three quarterly reports, the half-year, the annual report.
import {ask, make, notice, table} from './desk.js';
import {moment} from './comments.js';
import {panels} from './panels.js';

panels.push({id: 'reports', label: 'Reports', shows: agreement => agreement.signed, render: showReports});

const DAY = new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric'});
const NAMES = ['', 'First quarter', 'Second quarter', 'Third quarter'];

function day(date) {
  return date ? DAY.format(new Date(`${date}T00:00:00Z`)) : '';
}

function state(report) {
  return make('span', {class: report.late || report.state === 'Missing' ? 'assent-failed' : ''},
    report.state === 'Missing' ? 'Missing' : `${report.state}${report.late ? ', late' : ''}`);
}

export async function showReports(node, agreement) {
  const said = notice();
  said.say('Loading the reports …');
  node.replaceChildren(said.line);
  try {
    const year = await ask(`results/agreement/${agreement.key}/reports`);
    if (!year.quarters.length && !year.annual) {
      said.say('Nothing has been reported yet: the first quarterly report is asked for on 1 October.');
      return;
    }
    node.replaceChildren(make('div', {class: 'assent-result'},
      make('h3', {}, `Reports of ${agreement.title}, ${agreement.fiscalYear}`),
      overview(year),
      ...year.quarters.filter(quarter => quarter.figures.length || quarter.remark).map(quarterly),
      ...(year.halfYear?.verdicts.length ? [halfYear(year.halfYear)] : []),
      ...(year.annual ? year.annual.reports.map(annual) : [])));
  } catch (error) {
    said.fail(error);
  }
}

function overview(year) {
  const line = (name, report) => [name, day(report.dueOn), state(report), moment(report.at), report.by || answerable(report)];
  const last = year.annual?.reports.at(-1);
  return table(['Report', 'Due', 'State', 'Received', 'By'], [
    ...year.quarters.map(quarter => line(NAMES[quarter.quarter], quarter)),
    ...(year.halfYear ? [line('Half-year evaluation', year.halfYear)] : []),
    ...(year.annual ? [line('Annual report', {...year.annual, at: last?.at, by: last?.by})] : [])]);
}

function answerable(report) {
  return report.answerable ? `answerable: ${report.answerable}` : '';
}

function remark(text) {
  return text ? make('p', {class: 'assent-text'}, make('strong', {}, 'Remark: '), text) : '';
}

function quarterly(report) {
  return make('details', {class: 'assent-report', open: true},
    make('summary', {}, `${NAMES[report.quarter]}${report.version ? `, by version ${report.version}` : ''}`),
    remark(report.remark),
    table(['No.', 'Indicator', 'Unit', 'Figure', 'Evidence'], report.figures));
}

function halfYear(half) {
  return make('details', {class: 'assent-report', open: true},
    make('summary', {}, 'Half-year evaluation'),
    half.feedback ? make('p', {class: 'assent-text'}, make('strong', {}, 'To the office: '), half.feedback) : '',
    table(['No.', 'Indicator', 'Reported until then', 'Where it stands', 'Remark'], half.verdicts.map(row =>
      row.map(cell => make('span', {class: 'assent-text'}, cell)))));
}

function annual(report) {
  const decided = report.decidedBy ? `${report.decision} by ${report.decidedBy} on ${moment(report.decidedAt)}.` : `${report.decision}.`;
  return make('details', {class: 'assent-report', open: true},
    make('summary', {}, `Annual report${report.round > 1 ? `, round ${report.round}` : ''}`),
    make('p', {}, `Reported by ${report.by} on ${moment(report.at)}${report.late ? ' (late)' : ''}. ${decided}`),
    remark(report.remark),
    report.decisionRemark ? make('p', {class: 'assent-text'}, make('strong', {}, 'The head of office: '), report.decisionRemark) : '',
    table(['No.', 'Indicator', 'Unit', 'First three quarters', 'Fourth quarter', 'Year', 'Evidence'], report.figures));
}
