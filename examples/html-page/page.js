// Scripts stand in files of their own: the page's Content-Security-Policy runs no others.
const period = document.querySelector('#period');
const reports = document.querySelector('leadstage-reports');

const show = () => {
  reports.period = period.value;
};
period.addEventListener('change', show);
// Browsers keep what was chosen over a reload.
show();
