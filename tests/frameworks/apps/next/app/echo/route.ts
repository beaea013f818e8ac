export const POST = async (request: Request) => Response.json({ echoed: await request.json() })
