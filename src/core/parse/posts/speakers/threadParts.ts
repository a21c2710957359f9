/** Headings that name a part of a thread, as exports of issues and forums have them: no title of an entry. */

const OPENING = words(
  'description,original post,original question,original message,question,body,issue,issue body,issue description,opening post,post,content,' +
    '본문,질문,질문 내용,내용,原文,本文,質問,質問内容,问题,问题描述,描述,正文,описание,вопрос,beschreibung,frage,descripción,descrição,pergunta,pregunta',
);
const FOLLOWING = words(
  'discussion,conversation,comment,comments,top comments,all comments,replies,reply,answers,answer,accepted answer,top answer,other answers,responses,response,' +
    'thread,messages,message,timeline,activity,posts,댓글,답변,답글,대화,토론,의견,コメント,回答,返信,会話,评论,評論,回复,讨论,討論,对话,' +
    'комментарии,ответы,ответ,обсуждение,kommentare,antworten,antwort,diskussion,comentarios,respuestas,respuesta,discusión,comentários,respostas,discussão,commentaires,réponses',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(','));
}

/** The part of a thread that a heading names: what was asked, or what followed; `undefined` for any other heading. */
export function threadPart(title: string): 'opening' | 'following' | undefined {
  if (title.length > 60) return undefined;
  const key = title
    .toLowerCase()
    .replace(/\(\s*\d{1,6}[^()]*\)|#?\d{1,6}/g, ' ')
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (OPENING.has(key)) return 'opening';
  return FOLLOWING.has(key) ? 'following' : undefined;
}
