// What the page itself says, in the two languages of its members.
export const WORDS = {
  ja: {
    app: 'アプリ', private: 'あなただけに表示されています', edited: '（編集済み）', channels: 'チャンネル', apps: 'アプリ', home: 'ホーム', messages: 'メッセージ',
    lookingAs: 'だれとして見るか', pretend: '架空の時刻', next: '次の営業日の朝へ', nextShort: '翌営業日', close: '締め切りへ', closeShort: '締切', write: '{to} へのメッセージ',
    send: '送信', more: 'その他', choose: '選択してください', remove: '外す', optional: '（任意）', required: '入力してください', cancel: 'キャンセル', ok: '閉じる',
    shortcuts: 'ショートカット', reply: 'スレッドで返信', replying: '{who} さんへの返信', noShortcuts: 'ショートカットはありません', notMember: 'Terakoya はこのチャンネルに参加していません',
    emptyHome: 'ホームはまだありません', emptyHomeWhy: 'アプリが app_home_opened を受けて views.publish を呼ぶと、ここに表示されます。', empty: '{to} のはじまりです', emptyWhy: '下の欄に /aws と入力すると、コマンドの候補が出ます。', emptyIm: 'Terakoya に直接たずねられます。たとえば「NLB とは」。',
    guide: 'はじめの2分', g1: '<b>/aws NLB</b> と入力してあります。Enter で送ると、ノートからの答えがあなただけに届きます。', g2: '上の<b>次の営業日の朝へ</b>を押すと、今日の一問が投稿されます。ボタンで答えてください。',
    g3: 'メニューの下で<b>別のメンバー</b>に切り替えて、同じ問題に答えてみましょう。', g4: 'Terakoya の<b>ホーム</b>に、自分の記録が出ます。', drop: 'ノートのフォルダーをここにドロップ', dropHint: '自分のノートで試すには、フォルダーをこのページにドロップしてください。', dropPick: 'フォルダーを選ぶ', guideClose: '閉じる', guideOpen: '手引き',
    reading: 'ノートを読んでいます…', read: 'ノートを読みました', files: 'ファイル', sections: '見出し', problems: '指摘', questions: '問題', tryThese: '調べてみるなら', tooBig: 'ノートが大きすぎます（合計 40 MB まで）。', failed: 'アプリが応答しませんでした。ターミナルの表示を確認してください。', lost: '接続が切れました。つなぎ直しています…', menu: 'メニュー', members: 'メンバー', tab: 'Tab で補完',
  },
  en: {
    app: 'APP', private: 'Only visible to you', edited: '(edited)', channels: 'Channels', apps: 'Apps', home: 'Home', messages: 'Messages',
    lookingAs: 'Looking as', pretend: 'Pretend time', next: 'Next working morning', nextShort: 'Next day', close: 'To closing time', closeShort: 'Closing', write: 'Message {to}',
    send: 'Send', more: 'More', choose: 'Choose…', remove: 'Remove', optional: '(optional)', required: 'Please complete this field', cancel: 'Cancel', ok: 'Close',
    shortcuts: 'Shortcuts', reply: 'Reply in thread', replying: 'Replying to {who}', noShortcuts: 'No shortcuts', notMember: 'Terakoya is not a member of this channel',
    emptyHome: 'Nothing on Home yet', emptyHomeWhy: 'It appears here once the app answers app_home_opened with views.publish.', empty: 'This is where {to} begins', emptyWhy: 'Type /aws below to see the commands.', emptyIm: 'Ask Terakoya directly, for example “What is NLB?”.',
    guide: 'Your first two minutes', g1: '<b>/aws NLB</b> is already typed. Press Enter: the answer from the notes comes to you alone.', g2: 'Press <b>Next working morning</b> above: the daily question is posted. Answer it with a button.',
    g3: 'Switch to <b>another member</b> below the menu and answer the same question.', g4: 'Open Terakoya’s <b>Home</b> to see your own record.', drop: 'Drop a folder of notes', dropHint: 'To try your own notes, drop their folder on this page.', dropPick: 'Choose a folder', guideClose: 'Close', guideOpen: 'Guide',
    reading: 'Reading the notes…', read: 'The notes are read', files: 'files', sections: 'sections', problems: 'problems', questions: 'questions', tryThese: 'Worth looking up', tooBig: 'The notes are too large (40 MB together at most).', failed: 'The app did not answer. See what the terminal says.', lost: 'Connection lost. Trying again…', menu: 'Menu', members: 'Members', tab: 'Tab completes',
  },
};
