using Inburgering.Gateway.Sandbox;

await using var app = SandboxApp.Build(SandboxOmgeving.FromEnvironment());
await app.RunAsync();
