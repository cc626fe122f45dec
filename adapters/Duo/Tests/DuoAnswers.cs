using System.Text;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Answers a server can give.</summary>
internal static class DuoAnswers
{
    public static RequestDelegate With(int status, params (string Name, string Value)[] headers) => Plain(status, null, string.Empty, headers);

    public static RequestDelegate Plain(int status, string? contentType, string body, params (string Name, string Value)[] headers) =>
        Bytes(status, contentType, Encoding.UTF8.GetBytes(body), headers);

    public static RequestDelegate Bytes(int status, string? contentType, byte[] body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    };
}
