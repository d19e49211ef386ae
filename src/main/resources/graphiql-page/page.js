// The log-in stays in this page: it is sent as HTTP Basic with each operation and stored nowhere.
function headers(accept) {
  const all = { 'Content-Type': 'application/json', 'Accept': accept };
  const user = document.getElementById('user').value;
  if (user) {
    const bytes = new TextEncoder().encode(user + ':' + document.getElementById('password').value);
    all.Authorization = 'Basic ' + btoa(String.fromCharCode(...bytes));
  }
  return all;
}

async function* liveAnswers(operation) {
  const response = await fetch('/graphql', {
    method: 'POST', headers: headers('text/event-stream'), body: JSON.stringify(operation),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    let end;
    while ((end = text.search(/\r?\n\r?\n/)) >= 0) {
      const data = text.slice(0, end).split(/\r?\n/)
        .filter(line => line.startsWith('data:')).map(line => line.slice(5)).join('\n');
      text = text.slice(end).replace(/^\r?\n\r?\n/, '');
      if (data.trim()) yield JSON.parse(data);
    }
  }
}

async function answer(operation) {
  if (/^\s*subscription\b/m.test(operation.query)) return liveAnswers(operation);
  const response = await fetch('/graphql', {
    method: 'POST', headers: headers('application/json'), body: JSON.stringify(operation),
  });
  return response.json();
}

fetch('/graphiql/examples').then(response => response.json()).then(examples => {
  ReactDOM.createRoot(document.getElementById('page')).render(React.createElement(GraphiQL, {
    fetcher: answer,
    defaultTabs: examples,
    shouldPersistHeaders: false,
  }));
});
