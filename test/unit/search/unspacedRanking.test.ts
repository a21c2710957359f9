import { describe, expect, it } from 'vitest';
import { order } from './shelf';

/** The text that a query means, and one that shares less with it. */
const CASES = [
  [
    'ja',
    '非同期 SQLAlchemy 結合',
    '非同期のSQLAlchemyで結合したテーブルが空になります。',
    '同期のSQLAlchemyで集計します。',
  ],
  [
    'ja',
    'セッション 共有 スレッド',
    '一つのセッションを複数のスレッドで共有すると壊れます。',
    'セッションの期限は三十分です。',
  ],
  ['ja', '依存性注入とは', '依存性注入は部品を外から渡す方法です。', 'ログの注入攻撃を防ぎます。'],
  ['ja', 'データベース接続が切れる', '夜になるとデータベースとの接続が切れます。', '画面の表示が切れます。'],
  ['zh', '项目 目录 结构', '这个项目的目录结构按领域划分。', '这个项目使用数据库。'],
  ['zh', '項目目录结构怎么组织', '目录结构可以按功能组织。', '怎么安装依赖?'],
  ['zh', '异步会话', '每个请求使用一个异步会话。', '异步任务放进队列。'],
  ['zh', '数据库连接池大小', '连接池的大小取决于数据库。', '数据要定期备份。'],
  ['zh', '中间件顺序', '中间件按照添加的顺序执行。', '路由按照路径匹配。'],
  ['th', 'ฐานข้อมูล การเชื่อมต่อ', 'การเชื่อมต่อกับฐานข้อมูลล้มเหลว', 'การทดสอบใช้เวลานาน'],
  ['th', 'ทดสอบหน่วย', 'เขียนการทดสอบหน่วยก่อนเสมอ', 'เขียนเอกสารก่อนเสมอ'],
  ['th', 'เซิร์ฟเวอร์ช้า', 'เมื่อวานเซิร์ฟเวอร์ทำงานช้ามาก', 'เมื่อวานฝนตกหนักมาก'],
] as const;

describe('a query in a language without spaces', () => {
  // The second half was written with the first, and set aside while the rule was worked out.
  it.each([...CASES.filter((_, at) => at % 2 === 0), ...CASES.filter((_, at) => at % 2 === 1)])(
    '%s: %s',
    async (_, query, right, wrong) => {
      const found = await order(query, {
        right: { title: '一', answer: right },
        wrong: { title: '二', answer: wrong },
      });
      expect(found[0]).toBe('right');
    },
  );
});
