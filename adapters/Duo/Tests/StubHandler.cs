using System.Net;
using System.Net.Http.Headers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Answers one request without a network and keeps what was asked; a second request throws.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public string? Method { get; private set; }

    public string? Path { get; private set; }

    public string? Route { get; private set; }

    public PartnerContract? Contract { get; private set; }

    public string? Afzender { get; private set; }

    /// <summary>Null: the request came without a body.</summary>
    public string? Body { get; private set; }

    public string? ContentType { get; private set; }

    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    public HttpClient Client => new(this) { BaseAddress = new Uri("http://duo.example/duo/v1/") };

    public static StubHandler Json(byte[] body) => new(_ =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return response;
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Null(Path);
        Method = request.Method.Method;
        Path = request.RequestUri!.AbsolutePath;
        Route = request.Options.TryGetValue(PartnerRequest.Route, out var route) ? route : null;
        Contract = request.Options.TryGetValue(PartnerRequest.Contract, out var contract) ? contract : null;
        Afzender = request.Options.TryGetValue(PartnerRequest.Afzender, out var afzender) ? afzender.ToString() : null;
        Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        ContentType = request.Content?.Headers.ContentType?.ToString();
        Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null;
        return answer(request);
    }
}
